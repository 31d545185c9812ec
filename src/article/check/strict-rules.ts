import { findCodes } from '../../codes/find-codes.js';
import { blockText } from '../article-text.js';
import { blocksWithin } from '../blocks-within.js';
import type { Article, Block, SectionRole } from '../types.js';
import type { Finding, Rule } from './rule.js';

/** As many words people type, besides those that the article says itself. */
const fewestQueryWords = 5;

const noCause: Rule = {
  name: 'no-cause',
  severity: 'error',
  check: (article) => missingSection(article, 'cause', 'CAUSE', 'say why it happens, likeliest cause first'),
};

const noResolution: Rule = {
  name: 'no-resolution',
  severity: 'error',
  check: (article) => missingSection(article, 'resolution', 'RESOLUTION', 'say what to do, in numbered steps'),
};

function missingSection({ id, sections }: Article, role: SectionRole, heading: string, advice: string): Finding[] {
  if (sections.some((section) => section.role === role && section.blocks.length > 0)) return [];
  return [{ line: sections[0]?.line ?? 1, message: `${id} has no ${heading}`, advice }];
}

const noCode: Rule = {
  name: 'no-code',
  severity: 'error',
  check({ id, codes }) {
    if (codes.length > 0) return [];
    const advice =
      'add codes: ["401.5"] to the front matter; a topic names the error, event or HRESULT people see with it';
    return [{ line: 1, message: `${id} declares no code`, advice }];
  },
};

const unknownCode: Rule = {
  name: 'unknown-code',
  severity: 'error',
  check({ codes }) {
    const unknown = codes.filter((code) => findCodes(code).every(({ kind }) => kind === 'kb'));
    return unknown.map((code) => ({
      line: 1,
      message: `"${code}" in codes is no code that questions are compared with`,
      advice: 'write it as people paste it: "401.5", "0x80070005", "error 1067", "event 5002", "FTP 530"',
    }));
  },
};

const noSource: Rule = {
  name: 'no-source',
  severity: 'error',
  check({ id, sources }) {
    if (sources.some((source) => source.trim() !== '')) return [];
    const advice = 'add sources: to the front matter: a page, a book, a post-mortem, one a line';
    return [{ line: 1, message: `${id} names no source`, advice }];
  },
};

const noReviewDate: Rule = {
  name: 'no-review-date',
  severity: 'error',
  check({ id, lastModified }) {
    if (lastModified !== null) return [];
    const advice = 'add "Last Modified: DD-MON-YYYY" to the header: the day on which somebody last checked it all';
    return [{ line: 1, message: `${id} has no date of its last review`, advice }];
  },
};

const fewQueryWords: Rule = {
  name: 'few-query-words',
  severity: 'error',
  check({ id, queryWords }) {
    const words = new Set(queryWords.map((word) => word.toLowerCase()));
    if (words.size >= fewestQueryWords) return [];
    const message = `${id} has ${words.size} query words, fewer than ${fewestQueryWords}`;
    return [
      {
        line: 1,
        message,
        advice: 'end with "Additional query words:" and what people type: nicknames, symptoms, typos',
      },
    ];
  },
};

/** What the template of a new article asks for and nobody has answered yet. */
const unfinished: Rule = {
  name: 'unfinished',
  severity: 'error',
  check({ title, sections, queryWords, sources }) {
    const advice = 'write what it asks for, then take the prompt out';
    const inHeader = [title, ...sources, ...queryWords].some(isPrompt);
    const blocks = sections.flatMap(({ blocks }) => blocksWithin(blocks)).filter(({ type }) => !containers.has(type));
    const prompts = blocks
      .filter((block) => isPrompt(blockText(block)))
      .map((block) => ({
        line: block.line,
        message: `"${shortened(blockText(block))}" is still to be written`,
        advice,
      }));
    const header = { line: 1, message: 'title, sources or query words still have a TODO', advice };
    return inHeader ? [header, ...prompts] : prompts;
  },
};

/** What they hold is looked at by itself. */
const containers: ReadonlySet<Block['type']> = new Set(['list', 'note']);

function isPrompt(text: string): boolean {
  return /\bTODO\b/.test(text);
}

function shortened(text: string): string {
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}

/** What `check --strict` asks besides the rules for every article: whether a stranger can find it, use it and trust it. */
export const strictRules: readonly Rule[] = [
  noCause,
  noResolution,
  noCode,
  unknownCode,
  noSource,
  noReviewDate,
  fewQueryWords,
  unfinished,
];
