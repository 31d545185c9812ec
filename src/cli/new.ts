import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Command } from 'commander';
import { readFolders } from '../article/read-folders.js';
import type { Article } from '../article/types.js';
import { codeKeys } from '../codes/code-keys.js';
import { findCodes } from '../codes/find-codes.js';
import type { CodeKind, FoundCode } from '../codes/types.js';
import { articleTemplate } from './article-template.js';
import { exitCodes, UsageError } from './exit.js';
import { nextTopicId, teamLetter } from './free-id.js';

interface NewOptions {
  dir: string;
  kb: string[];
  id?: string;
}

export function newCommand(): Command {
  return new Command('new')
    .description('start an article from a template')
    .argument('<code-or-title...>', 'the error code that it is about (401.5), or its title')
    .option('--dir <dir>', 'folder to write it into; it is made when it is not there', '.')
    .option('--kb <dir>', 'another folder whose ids are not used again; may be given several times', collected, [])
    .option(
      '--id <id>',
      `id of the article (default: ${teamLetter} and status and sub-status, such as T40105, or the next T9....)`,
    )
    .addHelpText('after', examples)
    .action(async (words: string[], options: NewOptions) => {
      const subject = words.join(' ').replace(/\s+/g, ' ').trim();
      if (subject === '') throw new UsageError('Say what it is about: substatus new 401.5');
      const { articles } = await readFolders([options.dir, ...options.kb]);
      const codes = findCodes(subject).filter(({ kind }) => kind !== 'kb');
      const id =
        options.id === undefined ? freeId(codeAlone(subject, codes), articles) : checkedId(options.id, articles);
      const path = join(options.dir, `${id}.md`);
      await write(path, articleTemplate({ id, title: titleOf(subject, codes), codes: declared(codes), date: today() }));
      process.stdout.write(`${path}\n${alsoAbout(codes, articles)}${nextCommand(options)}\n`);
    });
}

const examples = `
Prints the path of the new file and the command to run next. A file or an id that is there is never written over.

Examples:
  substatus new 401.5 --dir team-kb                     team-kb/T40105.md
  substatus new 0x8007000E --dir team-kb                team-kb/T90001.md
  substatus new "Order pool is full" --dir team-kb/orders --kb team-kb
  substatus new 401.5 --dir team-kb --id S40105         replaces the article that ships

${exitCodes}`;

function collected(folder: string, folders: string[]): string[] {
  return [...folders, folder];
}

/** Writes a file that is not there yet. */
async function write(path: string, text: string): Promise<void> {
  try {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, text, { flag: 'wx' });
  } catch (error) {
    throw new UsageError(`${path} was not written: ${reason(error)}. Give another folder with --dir or id with --id.`);
  }
}

function reason(error: unknown): string {
  return error instanceof Error ? (error.message.split(',', 1)[0] ?? error.message) : String(error);
}

/** The code that the subject is nothing but, besides a word that says its kind; null for a title. */
function codeAlone(subject: string, codes: readonly FoundCode[]): FoundCode | null {
  const [code] = codes;
  if (code === undefined) return null;
  const around = `${subject.slice(0, code.start)} ${subject.slice(code.end)}`;
  return /^(?:https?|ftp|error|event|id|status|stop|code|win32|[\s:#])*$/i.test(around) ? code : null;
}

/** Status and sub-status give the id; a code of another kind, a title and a code that has its article get the next of a topic. */
function freeId(code: FoundCode | null, articles: readonly Article[]): string {
  const taken = new Set(articles.map(({ id }) => id));
  if (code?.kind === 'http') {
    const [status, substatus = '0'] = code.code.split('.');
    const id = `${teamLetter}${status}${substatus.padStart(2, '0')}`;
    if (!taken.has(id)) return id;
  }
  return nextTopicId(taken);
}

function checkedId(written: string, articles: readonly Article[]): string {
  const id = written.toUpperCase();
  if (!/^[A-Z]\d+$/.test(id)) throw new UsageError(`"${written}" is no id: one letter, then digits, such as T40105.`);
  const holder = articles.find((article) => article.id === id);
  if (holder !== undefined)
    throw new UsageError(`${id} is there already: ${holder.path}. Give another id, or edit that file.`);
  return id;
}

function titleOf(subject: string, codes: readonly FoundCode[]): string {
  const code = codeAlone(subject, codes);
  if (code === null) return subject;
  const called = code.kind === 'http' ? `HTTP ${code.code}` : subject;
  return `${called} - ${code.readings[0]?.name ?? 'TODO: what goes wrong'}`;
}

/** What tells a number of this kind from a status. */
const cues: Partial<Record<CodeKind, string>> = {
  win32: 'error',
  winsock: 'error',
  event: 'event',
  ftp: 'FTP',
  stop: 'STOP',
};

/** Codes as front matter writes them: so that they are read again as the same code. */
function declared(codes: readonly FoundCode[]): string[] {
  const texts = codes.map(({ kind, code }) => {
    const cue = cues[kind];
    return cue === undefined ? code : `${cue} ${code.slice(code.lastIndexOf(' ') + 1)}`;
  });
  return [...new Set(texts)];
}

/** Today where this runs, as `YYYY-MM-DD`. */
function today(): string {
  const now = new Date();
  const parts = [now.getFullYear(), now.getMonth() + 1, now.getDate()];
  return parts.map((part) => String(part).padStart(2, '0')).join('-');
}

/** Tells which articles of these folders declare the code already. */
function alsoAbout(codes: readonly FoundCode[], articles: readonly Article[]): string {
  const keys = new Set(codes.flatMap(codeKeys));
  const others = articles.filter((article) =>
    findCodes(article.codes.join('\n'))
      .flatMap(codeKeys)
      .some((key) => keys.has(key)),
  );
  return others.length === 0 ? '' : `about the same code: ${others.map(({ path }) => path).join(', ')}\n`;
}

function nextCommand({ dir, kb }: NewOptions): string {
  return `Write what each TODO asks for, then run: substatus check ${[dir, ...kb].join(' ')} --strict`;
}
