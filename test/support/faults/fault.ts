import { setTimeout as wait } from 'node:timers/promises';
import type { Store } from '../../../src/store/types.js';
import { type Asking, type FlowName, prepare, type Seen } from './flows.js';
import type { StoreScene } from './scenes.js';

/** `answered`: once, whatever else was said. `told`: no answer, but a word, of the bot's or of Slack's. */
export type Outcome = 'answered' | 'told' | 'lost' | 'duplicated';

/** How one fault went over all flows that it was tried in. */
export interface Row {
  fault: string;
  /** How often somebody asked. */
  tried: number;
  answered: number;
  told: number;
  lost: number;
  duplicated: number;
  /** What went otherwise than expected, in words. */
  surprises: string[];
}

/** Something that goes wrong, and what people see then. */
export interface Fault {
  name: string;
  /** What a person sees, for the table in docs. */
  sees: string;
  /** Why it cannot be tried on this machine; null when it can. */
  cannot?: string | null;
  /** Tries it so many times. */
  run(rounds: number): Promise<Row>;
}

export function outcomeOf({ answers, words, slackSays }: Seen): Outcome {
  if (answers > 1) return 'duplicated';
  if (answers === 1) return 'answered';
  return words.length > 0 || slackSays !== null ? 'told' : 'lost';
}

export function emptyRow(fault: string): Row {
  return { fault, tried: 0, answered: 0, told: 0, lost: 0, duplicated: 0, surprises: [] };
}

/** Counts what somebody saw, and notes it when it is none of what is expected. */
export function count(row: Row, flow: string, seen: Seen, expected: readonly Outcome[]): void {
  const outcome = outcomeOf(seen);
  row.tried += 1;
  row[outcome] += 1;
  if (!expected.includes(outcome)) row.surprises.push(`${flow}: ${outcome} ${JSON.stringify(seen)}`);
}

/** Which outcomes are right: of every flow, or of some. Without one for a flow, it has to be answered. */
export type Expected = Partial<Record<FlowName, Outcome | readonly Outcome[]>> & { all?: Outcome | readonly Outcome[] };

export function expectedOf(expected: Expected, flow: FlowName): readonly Outcome[] {
  return [expected[flow] ?? expected.all ?? 'answered'].flat();
}

/** A fault that is ordered before each question. */
export interface SceneFault {
  name: string;
  sees: string;
  flows: readonly FlowName[];
  expected?: Expected;
  /** What is said instead of, or beside an answer, when it is the bot that says it. */
  words?: RegExp;
  order(scene: StoreScene): void | Promise<void>;
  /** Happens while the question is on its way, which then takes 400 ms. */
  meanwhile?: (scene: StoreScene, asking: Asking) => void | Promise<void>;
  /** What is waited for, a quarter of a minute at the most; by default that the person sees anything. */
  until?: (seen: Seen) => boolean;
}

const onItsWayMs = 400;
const longestMs = 15_000;
const quietMs = 250;

/** Tries a fault in each of its flows, one after the other, in a scene that is put back in order in between. */
export function inScene(fault: SceneFault, scene: () => Promise<StoreScene>): Fault {
  return {
    name: fault.name,
    sees: fault.sees,
    async run(rounds) {
      const row = emptyRow(fault.name);
      for (let round = 0; round < rounds; round += 1) {
        for (const flow of fault.flows) await tryOnce(fault, await scene(), flow, row);
      }
      return row;
    },
  };
}

async function tryOnce(fault: SceneFault, scene: StoreScene, flow: FlowName, row: Row): Promise<void> {
  const { slack } = scene;
  slack.reset();
  await slack.waitForBot(20_000);
  const asking = await prepare(slack, flow);
  await scene.settled();
  await fault.order(scene);
  if (fault.meanwhile !== undefined) slack.delayDeliveries(onItsWayMs);
  const asked = asking.ask();
  if (fault.meanwhile !== undefined) {
    await wait(onItsWayMs / 4);
    await fault.meanwhile(scene, asking);
  }
  await asked;
  const { until = (seen) => outcomeOf(seen) !== 'lost' } = fault;
  const began = performance.now();
  while (!until(asking.seen()) && performance.now() - began < longestMs) await wait(20);
  await slack.quiet(quietMs); // what comes twice would come now
  await scene.settled();
  const seen = await seenAndSaved(asking, scene.store);
  count(row, flow, seen, expectedOf(fault.expected ?? {}, flow));
  if (asking.saved !== null && seen.slackSays !== null) await expectSavedOnce(asking, scene, flow, row);
  const { words = /never/ } = fault;
  const needsWords = outcomeOf(seen) === 'told' && seen.slackSays === null;
  if (needsWords && !seen.words.some((text) => words.test(text))) {
    row.surprises.push(`${flow}: other words ${JSON.stringify(seen.words)}`);
  }
}

/** Who reads that Slack had trouble presses once more: then it is saved, and not twice. */
async function expectSavedOnce(asking: Asking, { slack, store }: StoreScene, flow: FlowName, row: Row): Promise<void> {
  await slack.waitForBot(20_000);
  await asking.ask();
  const seen = await seenAndSaved(asking, store);
  if (seen.answers !== 1) row.surprises.push(`${flow}, pressed once more: ${JSON.stringify(seen)}`);
}

/** What was said to be saved and is not counts as no answer, what is saved twice as two. */
export async function seenAndSaved(asking: Asking, store: Store): Promise<Seen> {
  const now = asking.seen();
  if (asking.saved === null) return now;
  const times = await asking.saved(store).catch(() => 0); // while the store is away, nothing is saved
  return { ...now, answers: times > 1 ? times : Math.min(times, now.answers) };
}
