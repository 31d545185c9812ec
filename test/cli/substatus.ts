import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { text as readAll } from 'node:stream/consumers';

export const root = resolve(import.meta.dirname, '../..');
/** The articles that ship. */
export const shipped = resolve(root, 'kb-data');
const program = resolve(root, 'bin/substatus.js');

/** Where the store is unless a test gives another place. */
const data = mkdtempSync(join(tmpdir(), 'substatus-data-'));
process.once('exit', () => rmSync(data, { recursive: true, force: true }));

export interface Result {
  stdout: string;
  stderr: string;
  exitCode: number | null;
}

export interface Surroundings {
  /** Settings beside PATH; those of the machine do not count. */
  env?: Record<string, string>;
  /** Its `.env` is read. Default: the checkout. */
  cwd?: string;
}

/** Starts the program as it was built. */
export function spawnSubstatus(args: string[], { env = {}, cwd = root }: Surroundings = {}) {
  const settings = { PATH: process.env.PATH, SUBSTATUS_DATA: data, ...env };
  const child = spawn(process.execPath, [program, ...args], { cwd, env: settings });
  child.stdin.on('error', () => {}); // a program that reads no input closes it early
  return child;
}

/** What a process prints, and how it ends. */
export async function resultOf(child: ChildProcessWithoutNullStreams): Promise<Result> {
  const ended = new Promise<number | null>((done) => child.on('close', done));
  const [stdout, stderr] = await Promise.all([readAll(child.stdout), readAll(child.stderr)]);
  return { stdout, stderr, exitCode: await ended };
}

/** Runs the program as it was built, with some standard input, to its end. */
export async function substatus(args: string[], input = '', surroundings: Surroundings = {}): Promise<Result> {
  const child = spawnSubstatus(args, surroundings);
  child.stdin.end(input);
  return resultOf(child);
}
