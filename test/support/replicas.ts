import type { LocalSlack } from '../../src/playground/server/types.js';
import { type Balancer, startBalancer } from './balancer.js';

export interface Deliveries {
  commands: number;
  mentions: number;
  /** This many of all of them come twice. */
  duplicates: number;
  /** So many are under way at a time. */
  atOnce: number;
  /** Where mentions are, in turn: a channel takes one answer a second. Unless given, in one channel. */
  channels?: readonly string[];
}

/** How often each question was answered: number of answers -> number of questions. */
export interface AnswerCounts {
  counts: Balancer['counts'];
  commands: Record<number, number>;
  mentions: Record<number, number>;
}

/** Asks by commands and mentions, delivers everything to all replicas, some of it twice, and counts the answers. */
export async function askReplicas(slack: LocalSlack, replicas: string[], asked: Deliveries): Promise<AnswerCounts> {
  const { commands, mentions, duplicates, atOnce, channels = ['#incident-4711'] } = asked;
  const total = commands + mentions;
  const comesTwice = (number: number) =>
    Math.floor(((number + 1) * duplicates) / total) > Math.floor((number * duplicates) / total) ? 1 : 0;
  const balancer = await startBalancer(replicas, comesTwice);
  await slack.deliverTo(balancer.url);
  const inTurn = (number: number) => channels[number % channels.length] ?? '#incident-4711';
  const ana = slack.as('ana');
  const questions: string[] = [];
  let next = 0;
  const ask = async () => {
    for (let number = next++; number < total; number = next++) {
      // Spread evenly, so that both kinds come twice.
      const isMention = Math.floor(((number + 1) * mentions) / total) > Math.floor((number * mentions) / total);
      if (isMention) questions.push((await ana.post(inTurn(number), '@Substatus 403.14')).ts);
      else await ana.command('/kb', '401.5', '#incident-4711');
    }
  };
  await Promise.all(Array.from({ length: atOnce }, ask));
  await slack.quiet(1_500); // a channel takes an answer a second
  await balancer.stop();
  const answered = new Map(questions.map((ts) => [ts, 0]));
  for (const { bot_id, thread_ts } of channels.flatMap((channel) => slack.messages(channel))) {
    if (bot_id === undefined || thread_ts === undefined) continue;
    answered.set(thread_ts, (answered.get(thread_ts) ?? 0) + 1);
  }
  return { counts: balancer.counts, commands: tally(balancer.answers), mentions: tally([...answered.values()]) };
}

function tally(numbers: number[]): Record<number, number> {
  const counts: Record<number, number> = {};
  for (const number of numbers) counts[number] = (counts[number] ?? 0) + 1;
  return counts;
}
