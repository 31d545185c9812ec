import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** One instruction of a Dockerfile; continued lines are joined, comments left out. */
export interface Instruction {
  name: string;
  rest: string;
}

export function parseDockerfile(source: string): Instruction[] {
  const lines = source.replace(/\\\n\s*/g, ' ').split('\n');
  const meaningful = lines.filter((line) => line.trim() !== '' && !line.startsWith('#'));
  return meaningful.map((line) => {
    const [name = '', ...rest] = line.trim().split(/\s+/);
    return { name: name.toUpperCase(), rest: rest.join(' ') };
  });
}

/** The last stage, built in a folder: what the container would hold and run. */
export interface BuiltImage {
  /** The working folder of the last stage. */
  workdir: string;
  env: Record<string, string>;
  user: string | null;
  command: string[];
  healthcheck: string[];
}

interface Stage extends BuiltImage {
  root: string;
}

/**
 * Does what a Dockerfile says, in order, with a folder for each stage: COPY and RUN are carried out, FROM only opens a
 * new folder (the base image is not there). The context is the checkout less what .dockerignore leaves out.
 */
export async function buildFromDockerfile(context: string): Promise<BuiltImage> {
  const instructions = parseDockerfile(await readFile(join(context, 'Dockerfile'), 'utf8'));
  const admitted = (await readFile(join(context, '.dockerignore'), 'utf8'))
    .split('\n')
    .filter((line) => line.startsWith('!'))
    .map((line) => line.slice(1));
  const root = await mkdtemp(join(tmpdir(), 'substatus-image-'));
  const stages = new Map<string, Stage>();
  let stage: Stage | null = null;
  for (const { name, rest } of instructions) {
    if (name === 'FROM') {
      const alias = / AS (\S+)$/i.exec(rest)?.[1] ?? 'final';
      stage = { root: join(root, alias), workdir: '/', env: {}, user: null, command: [], healthcheck: [] };
      stages.set(alias, stage);
      continue;
    }
    if (stage === null) throw new Error(`${name} before FROM`);
    await carryOut(stage, name, rest, { context, admitted, stages });
  }
  if (stage === null) throw new Error('no FROM');
  return { ...stage, workdir: join(stage.root, stage.workdir) };
}

interface Surroundings {
  context: string;
  admitted: string[];
  stages: Map<string, Stage>;
}

async function carryOut(stage: Stage, name: string, rest: string, surroundings: Surroundings): Promise<void> {
  switch (name) {
    case 'WORKDIR':
      stage.workdir = rest;
      await mkdir(join(stage.root, rest), { recursive: true });
      return;
    case 'ENV': {
      const [key = '', value = ''] = rest.split('=', 2);
      stage.env[key] = value;
      return;
    }
    case 'USER':
      stage.user = rest;
      return;
    case 'CMD':
      stage.command = JSON.parse(rest);
      return;
    case 'HEALTHCHECK':
      stage.healthcheck = JSON.parse(rest.slice(rest.indexOf('[')));
      return;
    case 'EXPOSE':
      return;
    case 'COPY':
      return copy(stage, rest, surroundings);
    case 'RUN':
      await run('sh', ['-ec', rest], { cwd: join(stage.root, stage.workdir), env: { ...process.env, ...stage.env } });
      return;
    default:
      throw new Error(`the test does not know ${name}`);
  }
}

async function copy(stage: Stage, rest: string, { context, admitted, stages }: Surroundings): Promise<void> {
  const words = rest.split(' ');
  const from = words[0]?.startsWith('--from=') ? words.shift()?.slice('--from='.length) : undefined;
  const target = words.pop() ?? '.';
  for (const source of words) {
    if (from === undefined && !admitted.includes(source.replace(/^\.\//, ''))) {
      throw new Error(`.dockerignore leaves out ${source}, which the Dockerfile copies`);
    }
    const origin = from === undefined ? join(context, source) : join(stages.get(from)?.root ?? '', source);
    const place = join(stage.root, stage.workdir, target, target.endsWith('/') ? source : '');
    await mkdir(dirname(place), { recursive: true });
    await cp(origin, place, { recursive: true, verbatimSymlinks: true });
  }
}
