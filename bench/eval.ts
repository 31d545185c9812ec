/**
 * How good are the answers? Asks every question of the question sets and prints the quality by set and kind, what the
 * outcomes are worth, and with --worst every question whose article is not first, and why.
 *
 *   npm run eval -- [--corpus iis|all] [--archive DIR] [--sets DIR] [--worst] [--json]
 *
 * The articles are SUBSTATUS_ARCHIVE's `iis` or `kb`, or what --archive names; the question sets are SUBSTATUS_EVAL or
 * --sets. Nothing is timed: that is `npm run bench:search`.
 */
import { parseArgs } from 'node:util';
import { readFolders } from '../src/article/read-folders.js';
import type { Article } from '../src/article/types.js';
import { createLookup } from '../src/lookup/lookup.js';
import { thresholds } from '../src/lookup/outcome.js';
import { readQuestion } from '../src/lookup/read-question.js';
import type { Lookup } from '../src/lookup/types.js';
import { buildIndex } from '../src/search/build-index.js';
import type { SearchIndex } from '../src/search/types.js';
import { groupQuality, idsOf, type OutcomeQuality, outcomeQuality, type Quality, rankOf } from './quality.js';
import { type EvalQuestion, readQuestionSets } from './question-sets.js';
import { corpusOptions, findCorpus } from './search/corpus.js';
import { type RelatedRun, type Silence, silenceAt, strictestSilence } from './search/silence.js';
import { textTable } from './search/text-table.js';
import { whyNotFirst } from './search/why-not-first.js';

interface Report {
  corpus: string;
  articles: number;
  quality: Record<string, Quality>;
  outcomes: OutcomeQuality;
  /** As the thresholds are, and at the strictest setting that answers enough. */
  silence: { asSet: Silence; strictest: Silence };
}

/** Share of the questions whose right article is first that has to be answered at the strictest setting. */
const stillAnswered = 0.9;

const { values } = parseArgs({
  options: {
    ...corpusOptions,
    json: { type: 'boolean', default: false },
    worst: { type: 'boolean', default: false },
  },
});

try {
  const corpus = findCorpus(values);
  const { articles } = await readFolders([corpus.folder]);
  process.stdout.write(evaluate(corpus.name, articles, await readQuestionSets(corpus.sets)));
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}

function evaluate(corpus: string, articles: readonly Article[], questions: readonly EvalQuestion[]): string {
  const index = buildIndex(articles);
  const lookup = createLookup(index);
  const runs = questions.map((question) => ask(index, lookup, question));
  const silence = { asSet: silenceAt(runs, thresholds.relatedness), strictest: strictestSilence(runs, stillAnswered) };
  const report: Report = {
    corpus,
    articles: articles.length,
    quality: groupQuality(runs),
    outcomes: outcomeQuality(runs),
    silence,
  };
  if (values.json) return `${JSON.stringify(report, null, 2)}\n`;
  const worst = values.worst ? worstFirst(runs).map(({ question }) => whyNotFirst(lookup, question)) : [];
  return `${[tables(report), ...worst].join('\n\n')}\n`;
}

function ask(index: SearchIndex, lookup: Lookup, question: EvalQuestion): RelatedRun {
  const answer = lookup.ask(question.query);
  const { text, codes, filters } = readQuestion(question.query);
  const { relatedness } = index.search({ text, codes, filters, limit: 10 });
  return { question, answer, rank: rankOf(question, idsOf(answer)), relatedness };
}

/** Those whose right article is not first: not found at all first; and those that get an answer where none is right. */
function worstFirst(runs: readonly RelatedRun[]): RelatedRun[] {
  const wrong = runs.filter(({ question, answer, rank }) =>
    question.right.length > 0 ? rank !== 1 : answer.outcome !== 'none',
  );
  return wrong.sort((a, b) => (b.rank ?? Number.POSITIVE_INFINITY) - (a.rank ?? Number.POSITIVE_INFINITY) || 0);
}

function tables({ corpus, articles, quality, outcomes, silence }: Report): string {
  const rows = Object.entries(quality).map(([name, { questions, mrr10, recall1, recall3, recall10 }]) => [
    name,
    String(questions),
    ...[mrr10, recall1, recall3, recall10].map((value) => value.toFixed(3)),
  ]);
  const outcomeRows = [
    ['right of those answered', outcomes.answerPrecision],
    ['answered of those that can be', outcomes.answerCoverage],
    ['answered or offered of those whose right article is first', outcomes.shownWhenRight],
    ['"no good match" of those that nothing answers', outcomes.noneWhenUnanswerable],
  ].map(([what, share]) => [String(what), Number(share).toFixed(3)]);
  return [
    `corpus ${corpus}: ${articles.toLocaleString('en')} articles`,
    textTable(['set', 'questions', 'MRR@10', 'recall@1', 'recall@3', 'recall@10'], rows).trimEnd(),
    textTable(['outcome', 'share'], outcomeRows).trimEnd(),
    [
      'least relatedness of an answer',
      silenceLine('as set', silence.asSet),
      silenceLine(`strictest that answers ${stillAnswered * 100} %`, silence.strictest),
    ].join('\n'),
  ].join('\n\n');
}

function silenceLine(
  name: string,
  { leastRelatedness, answered, right, silent, unanswerable, wrong }: Silence,
): string {
  const answers = `answers ${answered} of ${right} whose right article is first (${((100 * answered) / right).toFixed(1)} %)`;
  const but = wrong.length === 0 ? '' : `; not for ${wrong.map(({ query }) => `"${query}"`).join(', ')}`;
  return `  ${name}, ${leastRelatedness.toFixed(3)}: ${answers}, "no good match" for ${silent} of ${unanswerable} that nothing answers${but}`;
}
