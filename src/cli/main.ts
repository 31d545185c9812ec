import { readFileSync } from 'node:fs';
import { Command, CommanderError } from 'commander';
import { cardCommand } from './card.js';
import { checkCommand } from './check.js';
import { codesCommand } from './codes.js';
import { exitCodes, UsageError } from './exit.js';
import { lookupCommand } from './lookup.js';
import { newCommand } from './new.js';
import { serveCommand } from './serve.js';
import { startCommand } from './start.js';

/** The command line, all subcommands bound. */
export function createProgram(): Command {
  const { version, description } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
  const program = new Command('substatus')
    .description(description)
    .version(version)
    .showHelpAfterError('(substatus --help says how)')
    .addCommand(lookupCommand())
    .addCommand(cardCommand())
    .addCommand(codesCommand())
    .addCommand(checkCommand())
    .addCommand(newCommand())
    .addCommand(serveCommand())
    .addCommand(startCommand())
    .addHelpText('after', `\nExit codes: ${exitCodes}`);
  for (const command of [program, ...program.commands]) command.exitOverride();
  return program;
}

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
    process.exitCode = error instanceof CommanderError && error.exitCode === 0 ? 0 : 2;
    if (error instanceof CommanderError) return; // it has already said what there is to say
    process.stderr.write(`${message(error)}\n`);
  }
}

function message(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const isMendable = error instanceof UsageError || ('code' in error && typeof error.code === 'string');
  return isMendable ? `substatus: ${error.message}` : (error.stack ?? error.message);
}

/** `substatus lookup ... | head` closes our output early; that is not an error. */
function endQuietlyWhenNobodyReads(): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0);
    throw error;
  });
}
