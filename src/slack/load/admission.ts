import type { AllMiddlewareArgs, AnyMiddlewareArgs, App, Receiver, RespondFn } from '@slack/bolt';
import { textsIn } from '../../cards/texts/texts.js';
import type { Card } from '../../cards/types.js';
import type { Logger } from '../../log.js';
import type { Observer } from '../../operating/observer.js';
import { type IncomingEvent, overReceiver } from '../connection/over-receiver.js';
import type { IncomingMessage } from '../events/from-person.js';
import { privately, respondPrivately } from '../reply.js';
import { kindOf } from '../requests/observe-requests.js';
import { placeOf } from '../requests/request-place.js';
import type { KnownSettings } from '../settings/known-settings.js';
import { originOf } from '../workspaces/origin.js';
import type { Arrivals } from './arrivals.js';
import type { BusyNotices } from './busy-notices.js';
import type { Posts } from './posts.js';
import { busyCard } from './too-busy.js';

/** How much may wait to be worked on. */
export interface LoadLimits {
  /** Requests that have not had their turn; whoever comes then is told at once. */
  mostWaiting: number;
  /** Whoever has waited for a turn longer is told instead of answered. */
  longestWaitMs: number;
}

/** Slack waits three seconds, and half of that is for the ways there and back and for what a machine does beside. */
export const loadLimits: LoadLimits = { mostWaiting: 500, longestWaitMs: 1_500 };
/** Between two requests what comes is taken in for so long at the most, so that a flood without end does not end all answers. */
const longestIntakeMs = 10;
/** What waits is worked off within two seconds. */
const askAgainSeconds = 5;

type Arguments = AnyMiddlewareArgs & AllMiddlewareArgs;

interface Ticket {
  arrived: number;
  /** Whoever asks can be told that there is no answer. */
  isRefusable: boolean;
  isBusy: boolean;
  /** Counts among those that wait. */
  waits: boolean;
}

/** Lets in what can be answered in time, and tells the others. */
export interface Admission {
  /** A receiver whose requests are let in, or told to come again. */
  over(receiver: Receiver): Receiver;
  /** Stands before all listeners: lets one request go on each time that the event loop has looked for new ones. */
  turn(args: Arguments): Promise<void>;
}

/**
 * A lookup keeps the event loop for some milliseconds, so in a flood requests wait for each other. Between two of them the loop
 * takes in all that has come, so that what is too much is known at once, and not when Slack no longer waits. Windows and menus are
 * let in always: nobody can be told there, and people open them one by one.
 */
export function createAdmission(
  { arrivals, known, observer, notices, posts, log }: Doors,
  { mostWaiting, longestWaitMs }: LoadLimits = loadLimits,
): Admission {
  const tickets = new WeakMap<object, Ticket>();
  const nextTurn = createLine(() => arrivals.pause(longestIntakeMs));
  let waiting = 0;

  function leave(ticket: Ticket): void {
    if (ticket.waits) waiting -= 1;
    ticket.waits = false;
  }

  async function cardFor(team: string | undefined, body: object): Promise<Card> {
    const { language } = await known.in(placeOf({ context: { teamId: team }, body }));
    return busyCard(textsIn(language), { reason: 'requests', seconds: askAgainSeconds });
  }

  async function process(app: App, event: IncomingEvent): Promise<void> {
    const body: RequestBody = event.body;
    const isRefusable = mayBeRefused(body);
    const arrived = arrivals.note();
    const isBusy = isRefusable && (waiting >= mostWaiting || performance.now() - arrived > longestWaitMs);
    const ticket: Ticket = { arrived, isRefusable, isBusy, waits: !isBusy };
    if (isBusy) {
      observer.busy('requests');
      const team = originOf(body).team ?? undefined;
      // The cheapest way: nothing is claimed, and no listener is looked for.
      if (body.command !== undefined) return event.ack(privately(await cardFor(team, body)));
      if (body.event !== undefined && !notices.isWanted(team, body.event)) return event.ack();
    } else waiting += 1;
    tickets.set(body, ticket);
    try {
      await app.processEvent(event);
    } finally {
      leave(ticket);
    }
  }

  async function tell(args: Arguments): Promise<void> {
    const { body, client, context } = args;
    const team = context.teamId;
    const { ack, respond } = args as { ack?: (answer?: object) => Promise<void>; respond?: RespondFn };
    const event = eventOf(body);
    const card = await cardFor(team, body);
    if ('command' in args) return ack?.(privately(card));
    await ack?.();
    if (event === undefined) {
      if (respond !== undefined) await respondPrivately(respond, card);
    } else if (kindOf(body) !== 'channel') await notices.tell({ client, team, posts }, event, card);
  }

  return {
    over: (receiver) => overReceiver(receiver, process),
    async turn(args) {
      const ticket = tickets.get(args.body);
      if (ticket === undefined) return args.next();
      if (!ticket.isBusy) {
        await nextTurn();
        leave(ticket);
        if (!ticket.isRefusable || performance.now() - ticket.arrived <= longestWaitMs) return args.next();
        observer.busy('requests');
      }
      await tell(args).catch((error: unknown) => log.error({ err: error }, 'could not tell somebody to ask again'));
    },
  };
}

interface Doors {
  arrivals: Arrivals;
  known: KnownSettings;
  observer: Pick<Observer, 'busy'>;
  notices: BusyNotices;
  posts: Posts;
  log: Logger;
}

interface RequestBody {
  command?: unknown;
  event?: IncomingMessage & { type: string };
  response_url?: unknown;
}

function eventOf(request: object): RequestBody['event'] {
  const { event }: RequestBody = request; // signed by Slack
  return event;
}

/** Questions, and presses that came with an address for answers. */
function mayBeRefused(body: RequestBody): boolean {
  return ['command', 'mention', 'direct', 'channel'].includes(kindOf(body)) || typeof body.response_url === 'string';
}

/** One at a time, in the order in which they came. @param pause between two @returns what resolves when it is one's turn */
function createLine(pause: () => Promise<void>): () => Promise<void> {
  const line: (() => void)[] = [];
  let isMoving = false;
  async function move(): Promise<void> {
    isMoving = true;
    while (line.length > 0) {
      await pause();
      line.shift()?.();
    }
    isMoving = false;
  }
  return () =>
    new Promise((resolve) => {
      line.push(resolve);
      if (!isMoving) void move();
    });
}
