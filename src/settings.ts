import { z } from 'zod';

const id = /^[SUW][A-Z0-9]{2,20}$/;
/** A line that a person can have typed. */
const line = z
  .string()
  .trim()
  .min(1)
  .regex(/^[^\p{Cc}\p{Surrogate}]+$/u);
const minutes = z.int().min(1).max(10_080);

/** What can be set for a workspace, and otherwise for a conversation in it: what it may be, and what it is unless set. */
const shapes = {
  /** Whether a good answer is for everybody in the channel, or for the person who asked. */
  answers: z.enum(['channel', 'private']).default('channel'),
  /** Articles about this product, and this version, only; null for all. */
  product: line.max(100).nullable().default(null),
  version: line.max(40).nullable().default(null),
  /** Whether messages with an exact code are answered although nobody asked the bot. */
  codes: z.enum(['asked', 'exact']).default('asked'),
  /** Then, for so many minutes: no second answer for a code in a channel, and none for any code in a thread. */
  codePause: minutes.default(60),
  threadPause: minutes.default(15),
  /** Whom "Ask a person" calls: the id of a user group or person; null for what the bot was started with. */
  ask: z.string().regex(id).nullable().default(null),
  /** Whether Slack shows previews of the addresses in an answer. */
  unfurl: z.boolean().default(false),
  /** The language of fixed texts. */
  language: z.enum(['en', 'de']).default('en'),
  /** Id of the channel that gets the weekly digest; null for what the bot was started with. Of the workspace alone. */
  digest: z
    .string()
    .regex(/^[CG][A-Z0-9]{2,20}$/)
    .nullable()
    .default(null),
};

const shape = z.object(shapes);

export type Settings = z.infer<typeof shape>;
export type SettingName = keyof Settings;

export const defaultSettings: Settings = shape.parse({});
export const settingNames = shape.keyof().options;

/** What can be set in a place: a channel has all but the digest, of which there is one for a workspace. */
export function settingNamesIn(channel: string | null): SettingName[] {
  return settingNames.filter((name) => channel === null || name !== 'digest');
}

/** What was set, by name, whoever wrote it: values of older and newer versions too. */
export type SetValues = Record<string, unknown>;

/** The settings that were set and that this version can read; what it cannot read counts as not set. */
export function readableSettings(values: SetValues): Partial<Settings> {
  const readable = settingNames.flatMap((name) => {
    if (!Object.hasOwn(values, name) || values[name] === undefined) return [];
    const read = shapes[name].safeParse(values[name]);
    return read.success ? [[name, read.data]] : [];
  });
  return Object.fromEntries(readable);
}

/** What holds in a place: what was set for the conversation, else for the workspace, else the default. Never throws. */
export function settingsIn(workspace: SetValues, channel: SetValues): Settings {
  return { ...defaultSettings, ...readableSettings(workspace), ...readableSettings(channel) };
}

/** A value as it was typed or chosen for a setting; null when the setting does not take it. */
export function readSetting<Name extends SettingName>(name: Name, value: unknown): { value: Settings[Name] } | null {
  const read = shapes[name].safeParse(value);
  return read.success && value !== undefined ? { value: read.data as Settings[Name] } : null;
}
