import { text as readAll } from 'node:stream/consumers';
import { Command } from 'commander';
import { findCodes } from '../codes/find-codes.js';
import type { CodeReading, FoundCode } from '../codes/types.js';

/** `substatus codes TEXT...`: the error codes in a text and what they mean. */
export function codesCommand(): Command {
  return new Command('codes')
    .description('find the error codes in a text and say what each can mean')
    .argument('<text...>', 'the text; several words are read as one text, - reads standard input')
    .option('--json', 'print an array of {"kind", "code", "text", "start", "end", "readings"}')
    .addHelpText('after', examples)
    .showHelpAfterError('(substatus codes --help says how)')
    .action(showCodes);
}

async function showCodes(words: string[], options: { json?: boolean }): Promise<void> {
  const text = words.length === 1 && words[0] === '-' ? await readAll(process.stdin) : words.join(' ');
  const codes = findCodes(text);
  process.stdout.write(options.json === true ? `${JSON.stringify(codes, null, 2)}\n` : codesTable(codes));
}

/** One line a reading; the first line of a code carries the text that was read, on one line too. */
export function codesTable(codes: readonly FoundCode[]): string {
  if (codes.length === 0) return 'No error code in this text.\n';
  const rows = codes.flatMap((code) =>
    code.readings.map((reading, at) => row(at === 0 ? code.text.replace(/\s+/g, ' ') : '', reading)),
  );
  const widths = [0, 1, 2].map((column) => Math.max(...rows.map((cells) => cells[column]?.length ?? 0)));
  const lines = rows.map((cells) =>
    cells
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
  return `${lines.join('\n')}\n`;
}

function row(text: string, { kind, code, name, meaning }: CodeReading): string[] {
  const explained = [name, meaning].filter((part) => part !== null).join(': ');
  return [text, kind, code, explained === '' ? '(not in the tables)' : explained];
}

const examples = `
Examples:
  $ substatus codes 401.5
  $ substatus codes "failed with 0x80070005 (HRESULT)"
  $ tail -20 u_ex260101.log | substatus codes - --json
  $ substatus codes -2147024891

Kinds: http, hresult, ntstatus, win32, winsock, asp, sqlstate, event, stop, ftp, kb. A number that can be
several things has several readings, likeliest first.

Exit code: 0 it ran, also when the text has no code; 2 wrong usage.`;
