import type { Article } from '../article/types.js';
import type { Note } from '../store/types.js';

/** What a draft is made of: the notes of one team about one article. */
export interface NoteDraft {
  /** Id of the new article. */
  id: string;
  team: string;
  /** Id of the article that the notes are about. */
  about: string;
  /** That article; null when none of the folders has it. */
  article: Article | null;
  /** Oldest first; one at least. */
  notes: readonly Note[];
  /** Which file of this article's notes it is, from 1. */
  part: number;
}

/** The line by which a draft is known again. */
export function draftMark({ team, about, part }: Pick<NoteDraft, 'team' | 'about' | 'part'>): string {
  return `notes: ${JSON.stringify(`${team} ${about} ${part}`)}`;
}

/**
 * The text of an article made of notes, in the format of docs/KB-FORMAT.md: a summary with every note, which somebody
 * rewrites as symptoms, cause and resolution. It declares no codes, so that it does not stand before the article it is about.
 */
export function noteDraft(draft: NoteDraft): string {
  const { id, about, article, notes } = draft;
  const links = [...new Set(notes.flatMap(({ message }) => message?.permalink ?? []).map(oneLine))];
  const products =
    article === null ? [] : [header('Product(s)', article.products), header('Version(s)', article.versions)];
  const named = article === null || about === oneLine(article.title) ? about : `${about} - ${oneLine(article.title)}`;
  return [
    '---',
    `title: ${JSON.stringify(`${id}: Notes on ${named}`)}`,
    draftMark(draft),
    ...(links.length === 0 ? [] : ['sources:', ...links.map((link) => `  - ${JSON.stringify(link)}`)]),
    '---',
    '',
    `Article: ${id}`,
    ...products.filter((line) => line !== null),
    `Last Modified: ${day(Math.max(...notes.map(({ created, edited }) => edited?.at ?? created)))}`,
    '',
    'SUMMARY',
    '=======',
    '',
    `What the team has noted on ${about}, the article that this belongs to.`,
    '',
    ...notes.flatMap((note) => [`Note by ${author(note)} on ${day(note.created)}:`, '', ...noteLines(note.text), '']),
    'REFERENCES',
    '==========',
    '',
    `The article itself: ${about}.`,
    '',
  ].join('\n');
}

function header(name: string, values: readonly string[]): string | null {
  return values.length === 0 ? null : `${name}: ${values.map(oneLine).join(', ')}`;
}

function day(milliseconds: number): string {
  return new Date(milliseconds).toISOString().slice(0, 10);
}

function author({ authorName }: Note): string {
  return authorName.replace(/[^\p{L}\p{N}._' -]/gu, '').trim() || 'somebody';
}

/** Only words and plain punctuation, and nothing at its start that the format reads as a list, a note or a heading. */
const prose =
  /^(?!NOTE|WARNING|IMPORTANT|CAUTION|Additional query)(?![\p{L}\p{N}]{1,3}[.)])\p{L}[\p{L}\p{N} .,;:'"()/?!%&+-]*$/iu;

/** A sentence or two as a paragraph; anything that the format could read otherwise is kept as it is, indented like code. */
function noteLines(text: string): string[] {
  const lines = text
    .replace(/\r\n?/g, '\n')
    .replace(/(?![\n\t])\p{Cc}/gu, '')
    .split('\n')
    .map((line) => line.trimEnd());
  if (lines.length === 1 && prose.test(lines[0] ?? '') && !/ {3}/.test(lines[0] ?? '')) return lines;
  return lines.map((line) => (line === '' ? '' : `    ${line}`));
}

function oneLine(text: string): string {
  return text.replace(/[\s\p{Cc}]+/gu, ' ').trim();
}
