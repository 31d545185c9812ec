/**
 * What hostile input was tried, what came of it, and the command for each.
 *
 *   npm run build && npm run security [-- --questions 2000]
 *
 * The fuzz of questions is short here; `npm run bench:fuzz` asks all 100,000.
 */
import { execFile } from 'node:child_process';
import { parseArgs } from 'node:util';

const { values: options } = parseArgs({ options: { questions: { type: 'string', default: '2000' } } });

const tried: [what: string, files: string[]][] = [
  ['requests over signed HTTP', ['test/e2e/hostile-http.test.ts']],
  ['clients of the playground', ['test/playground/web/slow-clients.test.ts', 'test/playground/web/guard.test.ts']],
  ['regular expressions', ['test/patterns.test.ts']],
  [
    'cards of hostile articles, questions, notes',
    ['every-card', 'notes', 'settings-modal', 'home-view', 'mrkdwn', 'safe-text'].map(
      (name) => `test/cards/${name}.test.ts`,
    ),
  ],
  ['folders of articles', ['test/article/hostile-folders.test.ts']],
  ['index files', ['test/search/snapshot']],
  ['secrets', ['test/e2e/secrets.test.ts', 'test/store/redact.test.ts', 'test/cli/secrets.test.ts']],
  ['pages for installing', ['test/e2e/many-workspaces.test.ts']],
  ['the container', ['test/container-files.test.ts']],
];

for (const [what, files] of tried) {
  const report = await vitest(files);
  row(what, report, `npx vitest run ${files.join(' ')}`);
}
const command = `npm run bench:fuzz -- --questions ${options.questions}`;
const fuzz = JSON.parse(await output('npx', ['tsx', 'bench/fuzz/main.ts', '--questions', options.questions, '--json']));
row(
  'questions',
  `${fuzz.next - fuzz.from} asked, ${fuzz.tooSlow} over 50 ms, the worst ${fuzz.worst.toFixed(1)} ms`,
  command,
);

async function vitest(files: string[]): Promise<string> {
  const report = JSON.parse(await output('npx', ['vitest', 'run', '--reporter=json', ...files]));
  return `${report.numPassedTests} cases held, ${report.numFailedTests} did not`;
}

/** What a command prints, also when it fails. */
function output(program: string, args: string[]): Promise<string> {
  return new Promise((done) => {
    execFile(program, args, { maxBuffer: 64 * 1024 * 1024 }, (_, stdout) => done(stdout));
  });
}

function row(what: string, result: string, how: string): void {
  process.stdout.write(`${what.padEnd(44)} ${result.padEnd(48)} ${how}\n`);
}
