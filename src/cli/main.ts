import { Command, CommanderError } from 'commander';
import { withoutSecrets } from '../secrets.js';
import { cardCommand } from './card.js';
import { checkCommand } from './check.js';
import { codesCommand } from './codes.js';
import { dbCommand } from './db.js';
import { exitCodes } from './exit.js';
import { indexCommand } from './index-command.js';
import { lookupCommand } from './lookup.js';
import { newCommand } from './new.js';
import { notesCommand } from './notes.js';
import { privacyCommand } from './privacy.js';
import { reportCommand } from './report-command.js';
import { serveCommand } from './serve-command.js';
import { startCommand } from './start-command.js';
import { description, version } from './version.js';

/** The command line, all subcommands bound. */
export function createProgram(): Command {
  const program = new Command('substatus')
    .description(description)
    .version(version)
    .addCommand(lookupCommand())
    .addCommand(cardCommand())
    .addCommand(codesCommand())
    .addCommand(checkCommand())
    .addCommand(newCommand())
    .addCommand(indexCommand())
    .addCommand(serveCommand())
    .addCommand(startCommand())
    .addCommand(reportCommand())
    .addCommand(notesCommand())
    .addCommand(privacyCommand())
    .addCommand(dbCommand())
    .addHelpText('after', `\nEach has examples: substatus lookup --help\n\n${exitCodes}`)
    .exitOverride()
    .showHelpAfterError('(substatus --help says how)');
  for (const command of program.commands) tellAs(`substatus ${command.name()}`, command);
  return program;
}

/** What goes wrong is told with the command that helps, and ends in `main`. */
function tellAs(name: string, command: Command): void {
  command.exitOverride().showHelpAfterError(`(${name} --help says how)`);
  for (const inner of command.commands) tellAs(`${name} ${inner.name()}`, inner);
}

/** Codes of the errors that come from what the person gave. */
const givenWrong = new Set(['usage', 'config', 'missing-folder', 'empty-knowledge-base']);

/**
 * Runs the command line and sets the exit code. What a person can mend is said in one message; anything else is
 * a fault of ours and comes with its stack.
 * @param argv as in `process.argv`
 */
export async function main(argv: string[]): Promise<void> {
  endQuietlyWhenNobodyReads();
  try {
    await createProgram().parseAsync(argv);
  } catch (error) {
    if (error instanceof CommanderError) {
      process.exitCode = error.exitCode === 0 ? 0 : 2; // it has already said what there is to say
      return;
    }
    process.exitCode = givenWrong.has(codeOf(error) ?? '') ? 2 : 1;
    process.stderr.write(`${withoutSecrets(message(error), '[redacted]')}\n`);
  }
}

function message(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (codeOf(error) === 'EADDRINUSE') {
    return `substatus: ${error.message}. Another program has this port, perhaps another substatus: end it, or choose a port (--port for start, PORT for serve).`;
  }
  return codeOf(error) === null ? (error.stack ?? error.message) : `substatus: ${error.message}`;
}

function codeOf(error: unknown): string | null {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null;
}

/** `substatus lookup ... | head` closes our output early; that is not an error. */
function endQuietlyWhenNobodyReads(): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0);
    throw error;
  });
}
