import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { type Browser, chromium } from 'playwright-core';
import { npmChromium } from './npm-chromium.js';

/** A Chromium that starts here. */
export interface FoundChromium {
  executablePath: string;
  env: Record<string, string>;
}

const none =
  'There is no Chromium here. Set SUBSTATUS_CHROMIUM to the program of a Chromium, Chrome or Edge, or install one.';

/**
 * The setting SUBSTATUS_CHROMIUM, else the Chromium that npm installed, else the system's. Null with a line on stderr
 * that says what goes undone; throws where the setting leads nowhere, and where CI is set, so that nothing is skipped there.
 */
export async function findChromium(undone: string): Promise<FoundChromium | null> {
  const chosen = process.env.SUBSTATUS_CHROMIUM;
  if (chosen !== undefined && chosen !== '') {
    if (!existsSync(chosen)) throw new Error(`SUBSTATUS_CHROMIUM names ${chosen}, and there is no such file`);
    return { executablePath: chosen, env: {} };
  }
  const fromNpm = await npmChromium();
  if (fromNpm !== null && (await starts(fromNpm))) return fromNpm;
  for (const executablePath of systemPrograms()) {
    if (existsSync(executablePath)) return { executablePath, env: {} };
  }
  if (process.env.CI === 'true') throw new Error(none);
  process.stderr.write(`${none} Not done: ${undone}\n`);
  return null;
}

/** Starts it without a window, and so that it looks up nothing outside of this machine. */
export function launchBrowser({ executablePath, env }: FoundChromium): Promise<Browser> {
  return chromium.launch({ executablePath, env: { ...environment(), ...env }, args: flags });
}

const flags = [
  '--disable-gpu',
  '--disable-quic',
  '--disable-sync',
  '--no-first-run',
  '--font-render-hinting=none',
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost',
];

function environment(): Record<string, string> {
  return Object.fromEntries(Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] != null));
}

/** False on systems without glibc, where the program is there but cannot run. */
async function starts({ executablePath, env }: FoundChromium): Promise<boolean> {
  try {
    await promisify(execFile)(executablePath, ['--version'], { env: { ...process.env, ...env } });
    return true;
  } catch {
    return false;
  }
}

function systemPrograms(): string[] {
  if (process.platform === 'win32') {
    const roots = [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA];
    const programs = ['Google/Chrome/Application/chrome.exe', 'Microsoft/Edge/Application/msedge.exe'];
    return roots.flatMap((root) => (root === undefined ? [] : programs.map((program) => join(root, program))));
  }
  if (process.platform === 'darwin') {
    return ['Google Chrome', 'Chromium', 'Microsoft Edge'].map(
      (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
    );
  }
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'];
  const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/bin', '/snap/bin', '/usr/local/bin'];
  return names.flatMap((name) => folders.map((folder) => join(folder, name)));
}
