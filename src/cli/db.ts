import { join } from 'node:path';
import { Command } from 'commander';
import { readEncryptionKeys, readStorePlace } from '../config.js';
import type { Content } from '../store/transfer.js';
import { readEnvironment } from './environment.js';
import { exitCodes, UsageError } from './exit.js';
import { writeLines } from './json-lines.js';

/** `substatus db ...`: looks after the store. SQLite's and PostgreSQL's libraries are loaded when they are needed. */
export function dbCommand(): Command {
  return new Command('db')
    .description('look after what the bot remembers: migrate, backup, restore, export, move, rotate-key')
    .addCommand(migrateCommand())
    .addCommand(backupCommand())
    .addCommand(restoreCommand())
    .addCommand(exportCommand())
    .addCommand(moveCommand())
    .addCommand(rotateKeyCommand())
    .addHelpText('after', `\nEach has examples: substatus db backup --help\n${where}\n${exitCodes}`);
}

const where = `
The store is the file substatus.db in the folder SUBSTATUS_DATA (./data unless set), or the PostgreSQL database
DATABASE_URL; both are read from the environment and from .env in the working folder.
`;

const store = () => import('../store/transfer.js');

function migrateCommand(): Command {
  return new Command('migrate')
    .description('bring the schema up to date, and say what is there; serve does that by itself at start')
    .addHelpText(
      'after',
      help(`
  $ substatus db migrate
  $ DATABASE_URL=postgres://bot@db.example.com/substatus substatus db migrate`),
    )
    .action(async () => {
      const { migrateStore } = await store();
      const migrated = await migrateStore(place());
      const { from, to } = migrated;
      say(`Schema ${from === to ? `${to}, nothing to do` : `${from} is now ${to}`}. ${described(migrated)}`);
    });
}

function backupCommand(): Command {
  return new Command('backup')
    .description('write all of the store into a new file; the bot may go on')
    .argument('<file>', 'the backup: a database of SQLite, also when the store is on a server')
    .addHelpText(
      'after',
      help(`
  $ substatus db backup substatus-2026-11-26.db
  $ substatus db backup "/backup/substatus-$(date +%F).db"`),
    )
    .action(async (file: string) => {
      const { backUp } = await store();
      say(`Backed up. ${described(await backUp(place(), file))}`);
    });
}

function restoreCommand(): Command {
  return new Command('restore')
    .description('put what is in a backup into the store')
    .argument('<file>', 'what substatus db backup wrote, with this version or an older one')
    .option('--replace', 'give up for it what is in the store now')
    .addHelpText(
      'after',
      help(`
  $ substatus db restore substatus-2026-11-26.db
  $ substatus db restore substatus-2026-11-26.db --replace`),
    )
    .action(async (file: string, { replace }: { replace?: true }) => {
      const { restore } = await store();
      say(`Restored. ${described(await restore(file, place(), replace === true))}`);
    });
}

function exportCommand(): Command {
  return new Command('export')
    .description('print everything as JSON, one row a line')
    .option('--out <file>', 'write to a new file instead')
    .addHelpText(
      'after',
      help(`
  $ substatus db export | jq -r 'select(.table == "lookups" and .outcome == "none") | .question'
  $ substatus db export --out substatus.jsonl`),
    )
    .action(async ({ out }: { out?: string }) => {
      const { exportRows } = await store();
      await writeLines(out ?? null, (write) => exportRows(place(), write));
    });
}

function moveCommand(): Command {
  return new Command('move')
    .description('copy the file to the empty PostgreSQL database DATABASE_URL, count and compare; the file stays')
    .option('--from <file>', 'the file; substatus.db in SUBSTATUS_DATA unless given')
    .addHelpText(
      'after',
      help(`
  $ DATABASE_URL=postgres://bot@db.example.com/substatus substatus db move
  $ substatus db move --from data/substatus.db      (with DATABASE_URL in .env)

Stop the bot first; what it writes meanwhile would be missing, so the move is then refused.`),
    )
    .action(async ({ from }: { from?: string }) => {
      const environment = readEnvironment();
      const to = readStorePlace(environment);
      if (!('url' in to)) throw new UsageError('DATABASE_URL is not set: it says where to move to.');
      const { move } = await store();
      const content = await move(from ?? join(environment.SUBSTATUS_DATA || 'data', 'substatus.db'), to);
      say(`Moved, counted and compared. ${described(content)}`);
    });
}

function rotateKeyCommand(): Command {
  return new Command('rotate-key')
    .description(
      'encrypt the tokens of all workspaces with the first key of SUBSTATUS_ENCRYPTION_KEY; the bot may go on',
    )
    .addHelpText(
      'after',
      help(`
  $ SUBSTATUS_ENCRYPTION_KEY="$(openssl rand -base64 32),$OLD_KEY" substatus db rotate-key

Give all replicas both keys first, the new one before the old one, and start them again; then rotate; then take the
old key away.`),
    )
    .action(async () => {
      const environment = readEnvironment();
      const { rotateKey } = await import('../store/installations.js');
      const { keyId, rotated, already, locked } = await rotateKey(place(), readEncryptionKeys(environment));
      say(`Key ${keyId}: ${rotated} installations are encrypted anew, ${already} were before.`);
      if (locked.length === 0) return;
      throw new UsageError(
        `No key of SUBSTATUS_ENCRYPTION_KEY opens those of ${locked.join(', ')}: add theirs behind the first.`,
      );
    });
}

function place() {
  return readStorePlace(readEnvironment());
}

function described({ place: where, rows }: Content): string {
  const counts = Object.entries(rows).map(([table, count]) => `${table} ${count}`);
  return `${where}: ${counts.join(', ')}.`;
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}

function help(examples: string): string {
  return `${where}
Examples:${examples}

${exitCodes}`;
}
