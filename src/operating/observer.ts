/** How a request reached the bot. */
export type RequestKind =
  | 'command'
  | 'mention'
  | 'direct'
  | 'channel'
  | 'home'
  | 'shortcut'
  | 'button'
  | 'window'
  | 'menu'
  | 'other';

/**
 * What became of a request to Slack: taken, refused by name, told to slow down, answered with a status that says no more,
 * or not answered.
 */
export type CallResult = 'ok' | 'refused' | 'rate_limited' | 'http_error' | 'unreachable';

/** Something about the connection that somebody who runs the bot wants to count. */
export type ConnectionEvent = 'lost' | 'asked_to_leave' | 'deaf' | 'failed_try';

/** Hears what the bot does. Names that come from outside are counted by name only as long as there are few. */
export interface Observer {
  /**
   * Does a request's work.
   * @param work is handed what it calls when Slack has its acknowledgement
   */
  request<T>(kind: RequestKind, reference: string, work: (acked: () => void) => Promise<T>): Promise<T>;
  /** A lookup begins. @returns what is told how it ended */
  lookup(): (surface: string, outcome: string) => void;
  /** A call begins. @returns what is told how it ended, with Slack's name for a refusal */
  slackCall(method: string): (result: CallResult, refusal: string | null) => void;
  connection(event: ConnectionEvent): void;
  /** Somebody is told to ask again later, because so many requests wait, or messages for one channel. */
  busy(reason: 'requests' | 'channel'): void;
}

/** Hears nothing. */
export const unobserved: Observer = {
  request: (_kind, _reference, work) => work(() => {}),
  lookup: () => () => {},
  slackCall: () => () => {},
  connection() {},
  busy() {},
};
