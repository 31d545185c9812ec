import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Command, Option } from 'commander';
import { readFolders } from '../article/read-folders.js';
import type { Article } from '../article/types.js';
import { readStorePlace } from '../config.js';
import type { Note } from '../store/types.js';
import { readEnvironment } from './environment.js';
import { exitCodes, UsageError } from './exit.js';
import { nextTopicId } from './free-id.js';
import { defaultKb, kbFolders } from './knowledge-base.js';
import { draftMark, noteDraft } from './note-draft.js';
import { kbOption } from './options.js';

/** A file of so many notes of any length is within the size that an article may have. */
const notesPerFile = 50;

/** `substatus notes ...`: what teams have noted on articles. */
export function notesCommand(): Command {
  return new Command('notes')
    .description('what teams have noted on articles: list, export')
    .addCommand(listCommand())
    .addCommand(exportCommand())
    .addHelpText('after', `\nEach has examples: substatus notes export --help\n${where}\n${exitCodes}`);
}

const where = `
Notes are read from the store: the file in SUBSTATUS_DATA (./data unless set), or DATABASE_URL.
`;

interface Which {
  team?: string;
}

function teamOption(): Option {
  return new Option('--team <id>', 'only notes of this workspace (T...)');
}

function listCommand(): Command {
  return new Command('list')
    .description('print every note, newest first')
    .addOption(teamOption())
    .addOption(new Option('--format <format>', 'text, or json for programs').choices(['text', 'json']).default('text'))
    .addHelpText(
      'after',
      `${where}
Examples:
  $ substatus notes list
  $ substatus notes list --team T024BE7LD --format json | jq -r '.[].text'

${exitCodes}`,
    )
    .action(async ({ team, format }: Which & { format: 'text' | 'json' }) => {
      const notes = await read(team);
      process.stdout.write(format === 'json' ? `${JSON.stringify(notes)}\n` : notes.map(noteText).join(''));
    });
}

function noteText({ team, article, authorName, created, text, message }: Note): string {
  const head = `${article}  ${new Date(created).toISOString().slice(0, 10)}  ${printable(authorName)}  (${team})`;
  const lines = text.split('\n').map((line) => `    ${printable(line)}`);
  return `${[head, ...lines, ...(message?.permalink == null ? [] : [`    ${printable(message.permalink)}`])].join('\n')}\n`;
}

/** Without what a terminal would obey. */
function printable(text: string): string {
  return text.replace(/\p{Cc}/gu, ' ');
}

function exportCommand(): Command {
  return new Command('export')
    .description('write the notes on each article as a draft of an article of your own')
    .argument('<dir>', "the team's folder of articles; it is made when it is not there")
    .addOption(teamOption())
    .addOption(kbOption())
    .option('--replace', 'write drafts anew that are there from an earlier export, also when somebody has edited them')
    .addHelpText(
      'after',
      `
Each article that has notes gets one file (more when there are over ${notesPerFile}), with an id that none of the folders has. A
draft that is there already stays as it is, unless --replace is said. Folders of --kb, or of SUBSTATUS_KB, or the articles
that ship, say what the articles are called.
${where}
Examples:
  $ substatus notes export team-kb
  $ substatus notes export team-kb --team T024BE7LD --kb kb-data
  $ substatus check team-kb kb-data

${exitCodes}`,
    )
    .action(async (dir: string, options: Which & { kb: string[]; replace?: true }) => {
      const notes = await read(options.team);
      oneTeam(notes);
      const others = options.kb.length > 0 ? options.kb : kbFolders(readEnvironment().SUBSTATUS_KB ?? null);
      process.stdout.write(await writeDrafts(dir, notes, others, options.replace === true));
    });
}

async function read(team: string | undefined): Promise<Note[]> {
  const { readNotes } = await import('../store/notes.js');
  return readNotes(readStorePlace(readEnvironment()), team ?? null);
}

/** A folder belongs to a team, and what one workspace noted is no business of another. */
function oneTeam(notes: readonly Note[]): void {
  const teams = [...new Set(notes.map(({ team }) => team))].sort();
  if (teams.length <= 1) return;
  throw new UsageError(`${teams.length} workspaces have notes: ${teams.join(', ')}. Say whose with --team.`);
}

/** @returns what was done, a line each */
async function writeDrafts(dir: string, notes: readonly Note[], others: string[], replace: boolean): Promise<string> {
  if (notes.length === 0) return 'There are no notes.\n';
  await mkdir(dir, { recursive: true });
  const drafts = await draftsIn(dir);
  const { articles } = await readFolders([dir, ...(others.length > 0 ? others : [defaultKb()])]);
  const taken = new Set([...articles.map(({ id }) => id), ...(await idsOfFiles(dir))]);
  const lines: string[] = [];
  for (const [about, own] of byArticle(notes)) {
    for (let part = 1; (part - 1) * notesPerFile < own.length; part += 1) {
      const some = own.slice((part - 1) * notesPerFile, part * notesPerFile);
      const [{ team }] = some as [Note];
      const before = drafts.get(draftMark({ team, about, part }));
      if (before !== undefined && !replace) {
        lines.push(`${join(dir, before)} is there already, and stays (--replace writes it anew)`);
        continue;
      }
      const id = before?.replace(/\.md$/, '') ?? nextTopicId(taken);
      taken.add(id);
      const path = join(dir, `${id}.md`);
      const text = noteDraft({ id, team, about, article: articleOf(articles, about), notes: some, part });
      await write(path, text, before !== undefined);
      lines.push(path);
    }
  }
  return `${lines.join('\n')}\nRewrite them as symptoms, cause and resolution, then run: substatus check ${dir}\n`;
}

function articleOf(articles: readonly Article[], id: string): Article | null {
  return articles.find((article) => article.id === id) ?? null;
}

/** Oldest note first, so that an article's notes are told in order and stay in their file. */
function byArticle(notes: readonly Note[]): Map<string, Note[]> {
  const groups = new Map<string, Note[]>();
  for (const note of [...notes].reverse()) groups.set(note.article, [...(groups.get(note.article) ?? []), note]);
  return groups;
}

/** The drafts of earlier exports: their mark, and the name of the file. */
async function draftsIn(dir: string): Promise<Map<string, string>> {
  const drafts = new Map<string, string>();
  for (const file of await readdir(dir)) {
    if (!/^T\d+\.md$/.test(file)) continue;
    const mark = /^notes: ".*"$/m.exec((await readFile(join(dir, file), 'utf8')).slice(0, 20_000))?.[0];
    if (mark !== undefined) drafts.set(mark, file);
  }
  return drafts;
}

/** Also of files that are broken, which no reader gives. */
async function idsOfFiles(dir: string): Promise<string[]> {
  return (await readdir(dir, { recursive: true })).flatMap((file) => /([A-Z]\d+)\.\w+$/.exec(file)?.[1] ?? []);
}

async function write(path: string, text: string, isThere: boolean): Promise<void> {
  try {
    await writeFile(path, text, { flag: isThere ? 'w' : 'wx' });
  } catch (error) {
    throw new UsageError(
      `${path} was not written: ${error instanceof Error ? error.message : error}. Give another folder.`,
    );
  }
}
