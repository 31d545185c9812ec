import { Clock } from './state/clock.js';
import { Directory } from './state/directory.js';
import { ExchangeLog } from './state/exchange-log.js';
import { Faults } from './state/faults.js';
import { IdSequence } from './state/ids.js';
import { MessageStore } from './state/messages.js';
import { ResponseUrls } from './state/response-urls.js';
import { Triggers } from './state/triggers.js';
import { ViewStore } from './state/views.js';
import type { Seed } from './types.js';

/** All state of one local Slack, in memory. */
export interface Workspace {
  readonly clock: Clock;
  readonly ids: IdSequence;
  readonly directory: Directory;
  readonly messages: MessageStore;
  readonly views: ViewStore;
  readonly triggers: Triggers;
  readonly responseUrls: ResponseUrls;
  readonly faults: Faults;
  readonly log: ExchangeLog;
}

export function createWorkspace(botName: string, seed: Seed, now: () => number): Workspace {
  const clock = new Clock(now);
  return {
    clock,
    ids: new IdSequence(),
    directory: new Directory(botName, seed, now()),
    messages: new MessageStore(),
    views: new ViewStore(),
    triggers: new Triggers(clock),
    responseUrls: new ResponseUrls(clock),
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
}
