import { startLocalSlack } from '../../src/playground/server/local-slack.js';
import { startBotProcess } from './bot-process.js';
import { createFlood, type Floods, floodedSlack } from './flood.js';

/** One sample of the bot's memory, in MiB: all of the process, and what is in use after garbage was collected. */
export interface MemorySample {
  minute: number;
  rss: number;
  inUse: number;
}

export interface Soak {
  asked: number;
  answered: number;
  busy: number;
  lost: number;
  duplicated: number;
  samples: MemorySample[];
  /** How much more is in use in the last third than in the middle one, as a share; and how much larger the process is. */
  growth: { inUse: number; rss: number };
  exitCode: number | null;
}

/**
 * In the first third the memories that are bounded fill up, such as that of deliveries; from then on nothing may grow. What
 * is left is chance: where garbage was just before, and how the allocator keeps pages.
 */
export const mostGrowth = { inUse: 0.05, rss: 0.1 };

/**
 * Keeps the bot busy for so long, in rounds, and looks at its memory between them. Slack waits longer than usual for answers, so that
 * a machine that is busy with something else loses none: this is about memory.
 */
export async function soak(
  { minutes, perSecond, mentions }: { minutes: number; perSecond: number; mentions: number },
  tell: (sample: MemorySample) => void = () => {},
): Promise<Soak> {
  const slack = await startLocalSlack({ ...floodedSlack, ackTimeoutMs: 30_000 });
  const bot = await startBotProcess(slack, 'socket');
  const roundSeconds = Math.max(10, minutes);
  const rounds = Math.round((minutes * 60) / roundSeconds);
  const all: Floods[] = [];
  const samples: MemorySample[] = [];
  for (let round = 1; round <= rounds; round += 1) {
    const flood = createFlood(slack, mentions);
    await flood.sustain(perSecond, roundSeconds);
    all.push(await flood.end());
    slack.reset();
    const { rss, heapUsed, external } = await bot.memory(true);
    const sample = { minute: (round * roundSeconds) / 60, rss: inMiB(rss), inUse: inMiB(heapUsed + external) };
    samples.push(sample);
    tell(sample);
  }
  const exitCode = await bot.stop();
  await slack.stop();
  const sum = (of: (flood: Floods) => number) => all.reduce((total, flood) => total + of(flood), 0);
  return {
    asked: sum(({ asked }) => asked),
    answered: sum(({ answered }) => answered),
    busy: sum(({ busy }) => busy),
    lost: sum(({ lost }) => lost),
    duplicated: sum(({ duplicated }) => duplicated),
    samples,
    growth: {
      inUse: growthOf(samples.map(({ inUse }) => inUse)),
      rss: growthOf(samples.map(({ rss }) => rss)),
    },
    exitCode,
  };
}

function growthOf(values: number[]): number {
  const third = Math.floor(values.length / 3);
  return median(values.slice(-third)) / median(values.slice(-2 * third, -third)) - 1;
}

function median(values: number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

function inMiB(bytes: number): number {
  return Math.round((bytes / 2 ** 20) * 10) / 10;
}
