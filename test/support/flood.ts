import { setTimeout as wait } from 'node:timers/promises';
import { slackRateLimits } from '../../src/playground/server/state/rate-limits.js';
import type { Change, LocalSlack, LocalSlackOptions, Message } from '../../src/playground/server/types.js';

/** What became of a question. Lost is what nobody heard of again, within the time that Slack waits for commands. */
export type Outcome = 'answered' | 'busy' | 'lost';

/** What became of the questions of a flood. */
export interface Floods {
  asked: number;
  answered: number;
  /** Told to ask again later. */
  busy: number;
  lost: number;
  /** Answers beyond the first one. */
  duplicated: number;
  /** Milliseconds from Slack's sending to the answer to a command. */
  commands: Times;
  /** Milliseconds from the message to the answer in its thread; a channel takes one a second. */
  mentions: Times;
  /** What became of lost ones, for people. */
  errors: Record<string, number>;
}

export interface Times {
  p50: number;
  p99: number;
  max: number;
}

const questions = [
  ...['401.5', '500.19 0x8007000d', '503', '404.3', '403.14', '502.5', '413', '500.21', '401.2'],
  ...['users are asked for their password again and again', 'the application pool stops after a few requests'],
  'ntlm fails behind the load balancer',
  '2031-03-04 08:20:10 10.20.0.5 POST /upload.ashx - 443 - 10.20.9.31 curl/8.9 - 404 13 0 1',
];
const people = 20;
const channels = 40;

/** A Slack with its limits, many people and many channels. */
export const floodedSlack: Pick<LocalSlackOptions, 'rateLimits' | 'seed'> = {
  rateLimits: slackRateLimits,
  seed: {
    users: Array.from({ length: people }, (_, index) => ({ name: `person-${index}` })),
    channels: Array.from({ length: channels }, (_, index) => ({ name: `incident-${index}`, withBot: true })),
  },
};

interface Asked {
  kind: 'command' | 'mention';
  outcome: Outcome;
  milliseconds: number | null;
  error: string | null;
}

/** Asks in many channels as many people, and watches what comes of it. @param mentions share of mentions, the rest is commands */
export function createFlood(slack: LocalSlack, mentions: number) {
  const asked: Promise<Asked>[] = [];
  const watch = watchAnswers(slack);
  let count = 0;

  async function command(person: string, channel: string, question: string): Promise<Asked> {
    const { ack, message, error } = await slack.as(person).command('/kb', question, channel);
    const isLost = error !== null || message === null;
    const outcome = isLost ? 'lost' : isBusy(message) ? 'busy' : 'answered';
    return { kind: 'command', outcome, milliseconds: isLost ? null : (ack?.milliseconds ?? null), error };
  }

  async function mention(person: string, channel: string, question: string): Promise<Asked> {
    const began = performance.now();
    const message = await slack.as(person).post(channel, `@Substatus ${question}`);
    const outcome = await watch.outcomeOf(message);
    return { kind: 'mention', outcome, milliseconds: performance.now() - began, error: null };
  }

  return {
    /** Asks once; what comes of it is in `end()`. */
    ask() {
      const number = count++;
      const isMention = Math.floor((number + 1) * mentions) > Math.floor(number * mentions);
      const [person, channel] = [`person-${number % people}`, `#incident-${(number * 7) % channels}`];
      asked.push((isMention ? mention : command)(person, channel, questions[number % questions.length] ?? '503'));
    },
    /** Asks at a fixed rate, whatever the answers take. */
    async sustain(perSecond: number, seconds: number): Promise<void> {
      const began = performance.now();
      for (let nth = 0; nth < perSecond * seconds; nth += 1) {
        const early = began + (nth * 1_000) / perSecond - performance.now();
        if (early > 0) await wait(early);
        this.ask();
      }
    },
    /** Waits until it is known of each question what became of it. */
    async end(): Promise<Floods> {
      const all = await Promise.all(asked);
      watch.end();
      const of = (outcome: Outcome) => all.filter((one) => one.outcome === outcome).length;
      const errors: Record<string, number> = {};
      for (const { outcome, kind, error } of all) {
        if (outcome === 'lost')
          errors[error ?? `${kind} without answer`] = (errors[error ?? `${kind} without answer`] ?? 0) + 1;
      }
      return {
        ...{ asked: all.length, answered: of('answered'), busy: of('busy'), lost: of('lost') },
        duplicated: watch.duplicated(),
        commands: timesOf(all, 'command'),
        mentions: timesOf(all, 'mention'),
        errors,
      };
    },
  };
}

/** Slack may hold a message for a minute when it is asked too often, and a channel's queue takes twenty seconds. */
const longestMs = 90_000;
/** A notice speaks of so long. */
const noticeMs = 10_000;

/** Hears every message of the bot. */
function watchAnswers(slack: LocalSlack) {
  const answers = new Map<string, number>();
  const waiting = new Map<string, () => void>();
  const notices = new Map<string, number>();
  let responses = 0;
  const hear = (change: Change) => {
    if (change.type === 'exchange' && change.exchange.name === 'response_url') responses += 1;
    if (change.type !== 'message' || change.message.bot_id !== slack.botUser.botId) return;
    const { message } = change;
    if (message.ephemeral_to !== undefined && isBusy(message)) {
      notices.set(`${message.channel} ${message.ephemeral_to}`, performance.now());
      return;
    }
    if (message.thread_ts === undefined) return;
    answers.set(message.thread_ts, (answers.get(message.thread_ts) ?? 0) + 1);
    waiting.get(message.thread_ts)?.();
  };
  const end = slack.changes(hear);
  return {
    end,
    /** Answers in threads beyond the first, and answers to commands beside their acknowledgement. */
    duplicated: () => [...answers.values()].reduce((sum, times) => sum + times - 1, responses),
    async outcomeOf({ ts, channel, user }: Message): Promise<Outcome> {
      const asked = performance.now();
      const told = () => (notices.get(`${channel} ${user}`) ?? Number.NEGATIVE_INFINITY) > asked - noticeMs;
      while (performance.now() - asked < longestMs) {
        if (answers.has(ts)) return 'answered';
        if (told() && performance.now() - asked > 25_000) return 'busy';
        await Promise.race([wait(1_000), new Promise<void>((resolve) => waiting.set(ts, resolve))]);
        waiting.delete(ts);
      }
      return 'lost';
    },
  };
}

function isBusy({ text }: Message): boolean {
  return /Ask again in \d+ seconds/.test(text);
}

function timesOf(all: Asked[], kind: Asked['kind']): Times {
  const times = all
    .filter((one) => one.kind === kind && one.outcome === 'answered')
    .flatMap(({ milliseconds }) => milliseconds ?? [])
    .sort((a, b) => a - b);
  const at = (share: number) =>
    Math.round(times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? Number.NaN);
  return { p50: at(0.5), p99: at(0.99), max: at(1) };
}
