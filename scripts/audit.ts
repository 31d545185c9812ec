/**
 * What is known against the packages that the product ships with, from the lock file: weaknesses, where the registry
 * tells of them, and licences.
 *
 *   npm run audit [-- --ci]
 *
 * With `--ci` it fails for a weakness of level high or worse and for a licence that is not on the list; a registry that
 * does not answer, or has no such service, fails nothing: it says clearly that it went without.
 */
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { disallowed, readAudit } from './audit/read-audit.js';

const root = resolve(import.meta.dirname, '..');
const { values: options } = parseArgs({ options: { ci: { type: 'boolean', default: false } } });

const lock = JSON.parse(readFileSync(resolve(root, 'package-lock.json'), 'utf8'));
const licences = disallowed(lock);
const audit = readAudit(await npmAudit());

process.stdout.write(
  licences.length === 0 ? 'licences: all are allowed\n' : `licences to look at:\n${licences.join('\n')}\n`,
);
process.stdout.write(`${audit.text}\n`);
if (options.ci && (licences.length > 0 || audit.serious > 0)) process.exitCode = 1;

/** What npm says, as JSON or as an error; it exits with 1 also when all it did was find something. */
function npmAudit(): Promise<string> {
  return new Promise((done) => {
    const args = ['audit', '--omit=dev', '--json', '--fetch-retries=0', '--fetch-timeout=20000'];
    execFile('npm', args, { cwd: root, timeout: 60_000 }, (error, stdout) =>
      done(stdout || String(error?.message ?? '')),
    );
  });
}
