/** A scripted incident: who says and does what, in which order, and where the bot is asked. */
export interface Scene {
  /** For code and urls, e.g. `pool-crash`. */
  name: string;
  title: string;
  /** What one sees in it, in one sentence. */
  summary: string;
  /** With `#`. */
  channel: string;
  steps: readonly Step[];
}

/** What one person does. Steps call messages by the names that earlier steps gave them. */
export type Step = {
  /** Seconds of quiet before it. */
  after: number;
  who: string;
} & (
  | {
      do: 'post';
      /** As typed. `{-90s}` is the time of 90 seconds ago as logs write it (UTC). */
      text: string;
      /** What later steps call this message. */
      name?: string;
      /** The message in whose thread it stands. */
      under?: string;
      /** The text asks the bot: what later steps call its answer. */
      answer?: string;
    }
  | { do: 'command'; command: string; text: string; answer: string }
  /** A shortcut of the message's menu. */
  | { do: 'shortcut'; callbackId: string; on: string; answer: string }
  /** A shortcut of the message's menu that opens a window: what is typed there, by the labels of its inputs, and sent. */
  | { do: 'window'; callbackId: string; on: string; inputs: Readonly<Record<string, string>> }
  /** A button, by what stands on it. */
  | { do: 'press'; button: string; on: string; answer: string }
  | { do: 'edit'; message: string; text: string }
  | { do: 'react'; message: string; emoji: string }
);

/** A question to try with one click: what goes into the composer. */
export interface Suggestion {
  label: string;
  text: string;
}
