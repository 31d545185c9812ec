import { Argument, Command, InvalidArgumentError, Option } from 'commander';
import { readEncryptionKeys, readStorePlace } from '../config.js';
import type { Forgotten, ForgottenWorkspace } from '../store/forget.js';
import { readEnvironment } from './environment.js';
import { exitCodes, UsageError } from './exit.js';
import { writeLines } from './json-lines.js';

/** `substatus privacy ...`: what is kept about a person or a workspace, and its end. */
export function privacyCommand(): Command {
  return new Command('privacy')
    .description('what the bot remembers of a person: export, forget; and of a workspace: forget')
    .addCommand(exportCommand())
    .addCommand(forgetCommand())
    .addHelpText('after', `\nEach has examples: substatus privacy forget --help\n${where}\n${exitCodes}`);
}

const where = `
Works on the store, the file in SUBSTATUS_DATA (./data unless set) or DATABASE_URL, while the bot goes on. A person's id
stands in their profile in Slack (Copy member ID). Who installed the bot is encrypted: SUBSTATUS_ENCRYPTION_KEY opens it.
docs/PRIVACY.md says what is stored, why, and for how long.
`;

const personId = /^[UW][A-Z0-9]{4,20}$/;
const workspaceId = /^[TE][A-Z0-9]{1,20}$/;

function readPerson(text: string): string {
  if (personId.test(text)) return text;
  throw new InvalidArgumentError("It must be Slack's id of a person, such as U024BE7LH.");
}

function teamOption(description: string): Option {
  return new Option('--team <id>', description).argParser((text) => {
    if (workspaceId.test(text)) return text;
    throw new InvalidArgumentError("It must be Slack's id of a workspace, such as T024BE7LD.");
  });
}

function exportCommand(): Command {
  return new Command('export')
    .description('print all that names a person as JSON, one row a line')
    .addArgument(new Argument('<user>', "Slack's id of the person").argParser(readPerson))
    .addOption(teamOption('only in this workspace'))
    .option('--out <file>', 'write to a new file instead')
    .addHelpText(
      'after',
      `
Each line says the table, in which of its columns the person is named, and the row: notes of theirs and those that mention them, votes,
settings, entries of the audit, questions. Times are in UTC. Other people in a row are left out, and so are tokens.
${where}
Examples:
  $ substatus privacy export U024BE7LH
  $ substatus privacy export U024BE7LH --team T024BE7LD --out u024be7lh.jsonl

${exitCodes}`,
    )
    .action(async (user: string, { team, out }: { team?: string; out?: string }) => {
      const environment = readEnvironment();
      const { exportPerson } = await import('../store/export-person.js');
      let rows = 0;
      const locked = await writeLines(out ?? null, (write) =>
        exportPerson(readStorePlace(environment), { user, team: team ?? null }, keysIn(environment), async (row) => {
          rows += 1;
          await write(row);
        }),
      );
      tell(`${count(rows, 'row')} about ${user}.`);
      if (locked.length > 0) tell(notOpened(locked));
    });
}

interface ForgetOptions {
  team?: string;
  deleteNotes?: true;
  yes?: true;
}

function forgetCommand(): Command {
  return new Command('forget')
    .description(
      'take a person out of what the bot remembers, or all of a workspace; without --yes it only says what would go',
    )
    .addArgument(new Argument('[user]', "Slack's id of the person").argParser(readPerson))
    .addOption(teamOption('only in this workspace; without a person, all of this workspace'))
    .option('--delete-notes', 'delete the notes that the person wrote too, instead of leaving them without an author')
    .option('--yes', 'do it')
    .addHelpText(
      'after',
      `
A person: votes are deleted; notes and entries of the audit stay without them; where texts name them, a mark stands; a setting that
names them is no longer set. A workspace: all of its rows are deleted, the tokens too. It happens as a whole or not at all, and running bots
hear of it within seconds. It cannot be undone.
${where}
Examples:
  $ substatus privacy forget U024BE7LH                    (says what would go)
  $ substatus privacy forget U024BE7LH --yes
  $ substatus privacy forget U024BE7LH --delete-notes --yes
  $ substatus privacy forget --team T024BE7LD --yes       (after the bot was uninstalled there)

${exitCodes}`,
    )
    .action(async (user: string | undefined, options: ForgetOptions) => {
      const isDone = options.yes === true;
      say(user === undefined ? await forgetTeam(options) : await forgetUser(user, options));
      say(isDone ? `Not removed: ${beyond}` : 'Nothing was changed: say --yes to do it.');
    });
}

const beyond = `backups and exports made before, lines of the log, what stands in Slack itself (messages and cards: delete
them there), and names that somebody typed without Slack's id.`;

async function forgetUser(user: string, { team, deleteNotes, yes }: ForgetOptions): Promise<string> {
  const environment = readEnvironment();
  const { forgetPerson } = await import('../store/forget.js');
  const forgotten = await forgetPerson(
    readStorePlace(environment),
    { user, team: team ?? null },
    { deleteNotes: deleteNotes === true, keys: keysIn(environment), onlyCount: yes !== true },
  );
  const lines = whatIsForgotten(forgotten);
  const head = `${user}${team === undefined ? '' : ` in ${team}`}`;
  return [
    lines.length === 0 ? `${head}: nothing is kept.` : `${head}:`,
    ...lines.map((line) => `  ${line}`),
    ...(forgotten.locked.length === 0 ? [] : [notOpened(forgotten.locked)]),
  ].join('\n');
}

function whatIsForgotten(forgotten: Forgotten): string[] {
  const lines: [number, string, string][] = [
    [forgotten.votes, 'vote', 'deleted'],
    [forgotten.notesDeleted, 'note of theirs', 'deleted'],
    [forgotten.notesAnonymised, 'note of theirs', 'without an author'],
    [forgotten.notesNaming, 'note of others', 'without their id'],
    [forgotten.settings, 'setting that named them', 'no longer set'],
    [forgotten.audit, 'entry of the audit', 'without their id'],
    [forgotten.questions, 'question', 'without their id'],
    [forgotten.unfinished, 'unfinished request', 'nobody is told of it'],
    [forgotten.presses, 'press of a button', 'deleted'],
    [forgotten.installations, 'installation', 'without their id'],
  ];
  return lines.filter(([rows]) => rows > 0).map(([rows, what, then]) => `${count(rows, what)}: ${then}`);
}

async function forgetTeam({ team, deleteNotes, yes }: ForgetOptions): Promise<string> {
  if (team === undefined) throw new UsageError('Say whom: the id of a person, or --team and the id of a workspace.');
  if (deleteNotes === true) throw new UsageError('All notes of a workspace go: --delete-notes is about a person.');
  const { forgetWorkspace } = await import('../store/forget.js');
  const forgotten: ForgottenWorkspace = await forgetWorkspace(readStorePlace(readEnvironment()), team, {
    onlyCount: yes !== true,
  });
  const tables = Object.entries(forgotten).filter(([, rows]) => rows > 0);
  if (tables.length === 0) return `${team}: nothing is kept.`;
  const installed = forgotten.installations > 0 ? '\nIt was still installed: remove the app in Slack as well.' : '';
  return `${team}: ${tables.map(([table, rows]) => `${table} ${rows}`).join(', ')}, deleted.${installed}`;
}

/** Without OAuth there is no key, and nothing to open. */
function keysIn(environment: Record<string, string | undefined>): readonly Uint8Array[] {
  return (environment.SUBSTATUS_ENCRYPTION_KEY ?? '') === '' ? [] : readEncryptionKeys(environment);
}

function notOpened(teams: readonly string[]): string {
  return `Whether the person installed the bot in ${teams.join(', ')} is not known: SUBSTATUS_ENCRYPTION_KEY does not open that.`;
}

function count(rows: number, what: string): string {
  const [noun = '', ...rest] = what.split(' ');
  const many = { entry: 'entries', press: 'presses' }[noun] ?? `${noun}s`;
  return [rows, rows === 1 ? noun : many, ...rest].join(' ');
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}

/** Beside the rows, which are for programs. */
function tell(text: string): void {
  process.stderr.write(`${text}\n`);
}
