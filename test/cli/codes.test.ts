import { spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { text as readAll } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';
import { codeKinds, type FoundCode } from '../../src/codes/types.js';

const program = resolve(import.meta.dirname, '../../bin/substatus.js');

interface Result {
  stdout: string;
  stderr: string;
  exitCode: number | null;
}

/** Runs the program as it was built, with some standard input. */
async function substatus(args: string[], input = ''): Promise<Result> {
  const child = spawn(process.execPath, [program, ...args]);
  const ended = new Promise<number | null>((done) => child.on('close', done));
  child.stdin.on('error', () => {}); // a program that reads no input closes it early
  child.stdin.end(input);
  const [stdout, stderr] = await Promise.all([readAll(child.stdout), readAll(child.stderr)]);
  return { stdout, stderr, exitCode: await ended };
}

async function codesOf(args: string[], input = ''): Promise<FoundCode[]> {
  const { stdout, stderr, exitCode } = await substatus(['codes', ...args, '--json'], input);
  expect({ stderr, exitCode }).toEqual({ stderr: '', exitCode: 0 });
  return JSON.parse(stdout);
}

describe('substatus codes', () => {
  it('prints a line for each reading', async () => {
    expect(await substatus(['codes', '0x80070005 on 401.5'])).toEqual({
      stdout: [
        '0x80070005  hresult  0x80070005  E_ACCESSDENIED: Access was denied.',
        '            win32    5           ERROR_ACCESS_DENIED: A security check refused access.',
        '401.5       http     401.5       Authorization failed by ISAPI/CGI application: An ISAPI extension or CGI program refused the user.',
        '',
      ].join('\n'),
      stderr: '',
      exitCode: 0,
    });
  });

  it('says which codes the tables do not have', async () => {
    expect((await substatus(['codes', 'HTTP', '404.99'])).stdout).toBe('404.99  http  404.99  (not in the tables)\n');
  });

  it('keeps each reading on one line', async () => {
    const { stdout } = await substatus(['codes', 'sc-status 401\nsc-substatus 5']);
    expect(stdout).toMatch(/^401 sc-substatus 5 {2}http {2}401\.5 {2}Authorization failed.*\n$/);
  });

  it('says that there is no code, which is no failure', async () => {
    const none = { stdout: 'No error code in this text.\n', stderr: '', exitCode: 0 };
    expect(await substatus(['codes', 'the site is slow'])).toEqual(none);
    expect(await substatus(['codes', ''])).toEqual(none);
    expect(await substatus(['codes', '-'])).toEqual(none);
  });

  it('prints every field as JSON, and nothing else', async () => {
    expect(await codesOf(['failed with 0x80070005 (access)'])).toEqual([
      {
        kind: 'hresult',
        code: '0x80070005',
        text: '0x80070005',
        start: 12,
        end: 22,
        readings: [
          { kind: 'hresult', code: '0x80070005', name: 'E_ACCESSDENIED', meaning: expect.any(String) },
          { kind: 'win32', code: '5', name: 'ERROR_ACCESS_DENIED', meaning: expect.any(String) },
        ],
      },
    ]);
    expect(await codesOf(['HTTP 404.99'])).toMatchObject([
      { code: '404.99', readings: [{ name: null, meaning: null }] },
    ]);
    expect(await codesOf(['the site is slow'])).toEqual([]);
    expect(await codesOf([''])).toEqual([]);
  });

  it('knows every kind', async () => {
    const text =
      'HTTP 401.5, 0x80004005, 0xC0000005, System error 1067, Winsock 10061, ASP 0115, [08001], WAS 5002, STOP 0x0000007B, FTP 530, KB288323';
    const codes = await codesOf([text]);
    expect(codes.map(({ kind, code }) => `${kind} ${code}`)).toEqual([
      'http 401.5',
      'hresult 0x80004005',
      'ntstatus 0xC0000005',
      'win32 1067',
      'winsock 10061',
      'asp ASP 0115',
      'sqlstate 08001',
      'event WAS 5002',
      'stop 0x0000007B',
      'ftp 530',
      'kb Q288323',
    ]);
    expect(codes.map(({ kind }) => kind)).toEqual([...codeKinds]);
    for (const code of codes) expect(text.slice(code.start, code.end)).toBe(code.text);
  });

  it('reads several words as one text, and a negative number as text', async () => {
    expect(await codesOf(['status', '401', 'substatus', '5'])).toMatchObject([{ code: '401.5', start: 7, end: 22 }]);
    expect(await codesOf(['-2147024891'])).toMatchObject([{ code: '0x80070005', text: '-2147024891' }]);
  });

  it('reads log lines from standard input', async () => {
    const log =
      '#Fields: date cs-uri-stem sc-status sc-substatus sc-win32-status\r\n2031-03-04 /a 401 2 5\r\n2031-03-04 /b 404 0 2\r\n';
    const codes = await codesOf(['-'], log);
    expect(codes.map(({ code }) => code)).toEqual(['401.2', '5', '404.0', '2']);
    expect(codes[1]?.readings[0]?.name).toBe('ERROR_ACCESS_DENIED');
    for (const code of codes) expect(log.slice(code.start, code.end)).toBe(code.text);
  });

  it('counts positions in UTF-16 units', async () => {
    expect(await codesOf(['-'], '😀 ошибка 401.5')).toMatchObject([{ text: '401.5', start: 10, end: 15 }]);
  });

  it('exits with 2 for wrong usage, as its help says', async () => {
    const noText = await substatus(['codes']);
    expect(noText).toMatchObject({ stdout: '', exitCode: 2 });
    expect(noText.stderr).toContain("missing required argument 'text'\n(substatus codes --help says how)");
    const noOption = await substatus(['codes', '--nope', '401.5']);
    expect(noOption).toMatchObject({ stdout: '', exitCode: 2 });
    expect(noOption.stderr).toContain("unknown option '--nope'");
    const help = await substatus(['codes', '--help']);
    expect(help).toMatchObject({ stderr: '', exitCode: 0 });
    expect(help.stdout).toMatch(/Exit code: 0 .* 2 wrong usage/);
  });
});
