import type { Health } from '../cards/home-health.js';
import type { Texts } from '../cards/texts/texts.js';
import type { Logger } from '../log.js';
import type { Lookup } from '../lookup/types.js';
import type { Observer } from '../operating/observer.js';
import type { Feedback, LookupLog, SettingsDoor } from '../store/types.js';
import type { Weeks } from './digest/week.js';
import type { SeeingOff } from './events/token-events.js';
import type { BusyNotices } from './load/busy-notices.js';
import type { Posts } from './load/posts.js';
import type { KeptNotes } from './notes/kept-notes.js';
import type { RecentLookups } from './recent-lookups.js';
import type { Deliveries } from './requests/deduplicate.js';
import type { KnownSettings } from './settings/known-settings.js';

/** What the listeners need; made once at start and passed in. */
export interface Services {
  lookup: Lookup;
  /** Whom "Ask a person" mentions: the id of a user group or user; null for nobody. */
  group: string | null;
  log: Logger;
  deliveries: Deliveries;
  /** Where questions are written down; null without a store. */
  lookups: LookupLog | null;
  /** What people say of answers; null without a store. */
  feedback: Feedback | null;
  recent: RecentLookups;
  /** The notes of the teams; null without a store. */
  notes: KeptNotes | null;
  /** What workspaces asked in the last seven days. */
  weeks: Weeks;
  /** How the bot is. */
  health(): Promise<Health>;
  /** What holds where, from memory. */
  known: KnownSettings;
  /** Where settings are changed; null without a store. */
  settingsDoor: SettingsDoor | null;
  observer: Observer;
  /** Messages on their way. */
  posts: Posts;
  /** What tells people that more is asked than can be answered. */
  busyNotices: BusyNotices;
  /** The fixed texts of cards, windows and notices. */
  texts: Texts;
  /** How installations are seen off; null where the token is a setting. */
  seeingOff: SeeingOff | null;
}
