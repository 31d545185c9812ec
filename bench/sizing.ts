/**
 * How much memory and start time does a knowledge base of a size need? Starts the built program over a local Slack for each
 * folder, without and with an index file that is there already, asks it 300 questions, and prints what the process used.
 *
 *   npm run bench:sizing -- --kb kb-data --kb ../archive/iis --kb ../archive/kb [--json]
 *
 * start: from the call to /readyz answering 200. memory: resident, after the questions and a moment of rest; peak: the
 * most it ever was, as the kernel says. index: the file, on disk.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { startLocalSlack } from '../src/playground/server/local-slack.js';
import { freePort } from '../test/support/bot.js';
import { samplesOf } from '../test/support/prometheus.js';

const { values } = parseArgs({
  options: { kb: { type: 'string', multiple: true, default: ['kb-data'] }, json: { type: 'boolean', default: false } },
});
const program = resolve(import.meta.dirname, '../bin/substatus.js');
const questions = [
  '401.5',
  '500.19',
  '0x80070005',
  'ntlm prompts again and again',
  'w3wp crashes',
  '403.14 after install',
];
const asked = 300;
const restMs = 3_000;
const mebi = 1024 * 1024;

interface Row {
  kb: string;
  articles: number;
  start: string;
  startSeconds: number;
  memoryMiB: number;
  peakMiB: number;
  indexMiB: number;
}

async function measure(kb: string, index: string, start: string): Promise<Row> {
  const slack = await startLocalSlack();
  const port = await freePort();
  const folder = mkdtempSync(join(tmpdir(), 'substatus-sizing-'));
  const env = {
    PATH: process.env.PATH,
    SLACK_BOT_TOKEN: slack.botToken,
    SLACK_APP_TOKEN: slack.appToken,
    SLACK_API_URL: slack.apiUrl,
    SUBSTATUS_DATA: folder,
    LOG_LEVEL: 'error',
    HOST: '127.0.0.1',
    PORT: String(port),
  };
  const began = performance.now();
  const bot = spawn(process.execPath, [program, 'serve', '--kb', resolve(kb), '--index', index], {
    env,
    stdio: 'inherit',
  });
  while (!(await isReady(port))) await wait(20);
  const startSeconds = (performance.now() - began) / 1000;
  for (let number = 0; number < asked; number += 1) {
    await slack.as('ana').command('/kb', questions[number % questions.length] ?? '', '#incident-4711');
  }
  await wait(restMs);
  const samples = samplesOf(await (await fetch(`http://127.0.0.1:${port}/metrics`)).text());
  const row: Row = {
    kb,
    articles: samples.substatus_index_articles ?? 0,
    start,
    startSeconds: round(startSeconds),
    memoryMiB: Math.round((samples.process_resident_memory_bytes ?? 0) / mebi),
    peakMiB: Math.round(peakOf(bot) / mebi),
    indexMiB: round(statSync(index).size / mebi),
  };
  const ended = new Promise((done) => bot.once('exit', done));
  bot.kill('SIGTERM');
  await ended;
  await slack.stop();
  rmSync(folder, { recursive: true });
  return row;
}

function isReady(port: number): Promise<boolean> {
  return fetch(`http://127.0.0.1:${port}/readyz`).then(
    ({ ok }) => ok,
    () => false,
  );
}

function peakOf({ pid }: ChildProcess): number {
  return Number(/VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) * 1024;
}

function round(number: number): number {
  return Math.round(number * 10) / 10;
}

const rows: Row[] = [];
for (const kb of values.kb) {
  const folder = mkdtempSync(join(tmpdir(), 'substatus-sizing-'));
  const index = join(folder, 'kb.index');
  rows.push(await measure(kb, index, 'first'));
  rows.push(await measure(kb, index, 'with the index'));
  rmSync(folder, { recursive: true });
}
if (values.json) process.stdout.write(`${JSON.stringify(rows)}\n`);
else console.table(rows);
