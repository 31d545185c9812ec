import type { Organisation } from './slack-objects.js';
import { Clock } from './state/clock.js';
import { Directory } from './state/directory.js';
import { ExchangeLog } from './state/exchange-log.js';
import { Faults } from './state/faults.js';
import { IdSequence } from './state/ids.js';
import { InstalledApp } from './state/installed-app.js';
import { MessageStore } from './state/messages.js';
import { RateLimiter } from './state/rate-limits.js';
import { ResponseUrls } from './state/response-urls.js';
import { Triggers } from './state/triggers.js';
import { ViewStore } from './state/views.js';
import type { LocalSlackOptions, Team } from './types.js';

/** All state of one workspace, in memory. */
export interface Workspace {
  readonly team: Team;
  readonly organisation: Organisation | null;
  readonly clock: Clock;
  readonly ids: IdSequence;
  readonly app: InstalledApp;
  readonly rates: RateLimiter;
  readonly directory: Directory;
  readonly messages: MessageStore;
  readonly views: ViewStore;
  readonly triggers: Triggers;
  readonly responseUrls: ResponseUrls;
  readonly faults: Faults;
  readonly log: ExchangeLog;
}

/** What all workspaces of one Slack have in common. */
export type Shared = Pick<Workspace, 'clock' | 'ids'>;

/** Ids and time stamps that were given out in one workspace are not given out in another. */
export function createShared({ now = Date.now }: LocalSlackOptions): Shared {
  return { clock: new Clock(now), ids: new IdSequence() };
}

export function createWorkspace(team: Team, { clock, ids }: Shared, options: LocalSlackOptions): Workspace {
  const { botName = 'Substatus', seed = {}, rateLimits = null } = options;
  return {
    team,
    organisation: options.organisation ?? null,
    clock,
    ids,
    app: new InstalledApp(options),
    rates: new RateLimiter(rateLimits, clock.now),
    directory: new Directory(botName, seed, clock.now()),
    messages: new MessageStore(),
    views: new ViewStore(),
    triggers: new Triggers(clock),
    responseUrls: new ResponseUrls(clock, team),
    faults: new Faults(),
    log: new ExchangeLog(clock),
  };
}

/** Back to the seed. */
export function resetWorkspace(workspace: Workspace): void {
  workspace.directory.reset();
  workspace.messages.clear();
  workspace.views.clear();
  workspace.triggers.clear();
  workspace.responseUrls.clear();
  workspace.faults.clear();
  workspace.log.clear();
  workspace.rates.clear();
}
