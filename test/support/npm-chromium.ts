import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir, userInfo } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

/** What starts the Chromium that npm installs: on an x64 Linux with glibc, without a library or font of the system. */
export interface NpmChromium {
  executablePath: string;
  /** Where its libraries and fonts are. */
  env: Record<string, string>;
}

/**
 * Unpacks it into a folder of this user in the system's temporary folder, once a version. Parallel processes may call
 * this at the same time: each unpacks for itself, and the first one to finish is kept. Null on other systems.
 */
export async function npmChromium(): Promise<NpmChromium | null> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return null;
  const folder = join(tmpdir(), `substatus-chromium-${await version()}-${userInfo().uid}`);
  if (!existsSync(folder)) await unpackInto(folder);
  if ((await stat(folder)).uid !== userInfo().uid) throw new Error(`${folder} belongs to somebody else; remove it`);
  return {
    executablePath: join(folder, 'chromium'),
    env: { LD_LIBRARY_PATH: join(folder, 'al2023', 'lib'), FONTCONFIG_FILE: join(folder, 'fonts.conf') },
  };
}

async function unpackInto(folder: string): Promise<void> {
  const staging = await mkdtemp(`${folder}-`);
  try {
    await unpack(staging);
    await mkdir(join(staging, 'font-cache'));
    await writeFile(join(staging, 'fonts.conf'), fontSettings(folder));
    await rename(staging, folder);
  } catch (error) {
    await rm(staging, { recursive: true, force: true });
    if (!existsSync(folder)) throw error;
  }
}

/** In a process of its own: the package unpacks into TMPDIR, and its libraries only where it believes to be on Lambda. */
async function unpack(into: string): Promise<void> {
  const script = "import('@sparticuz/chromium').then((chromium) => chromium.default.executablePath())";
  const env = { ...process.env, TMPDIR: into, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs20.x' };
  await promisify(execFile)(process.execPath, ['-e', script], { cwd: import.meta.dirname, env });
}

/** The system's fonts where there are any, then the package's own, so that text is drawn on an empty machine too. */
function fontSettings(folder: string): string {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <dir>${join(folder, 'fonts')}</dir>
  <cachedir>${join(folder, 'font-cache')}</cachedir>
</fontconfig>
`;
}

async function version(): Promise<string> {
  const main = createRequire(import.meta.url).resolve('@sparticuz/chromium');
  const described = await readFile(join(dirname(main), '..', '..', 'package.json'), 'utf8');
  return (JSON.parse(described) as { version: string }).version;
}
