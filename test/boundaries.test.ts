import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { describe, expect, it } from 'vitest';

/** Who may import whom: docs/ARCHITECTURE.md draws this map. A room may always import itself. */
const allowed: Record<string, string[]> = {
  codes: [],
  store: ['secrets'],
  playground: [],
  article: ['codes'],
  search: ['article', 'codes'],
  lookup: ['search', 'article', 'codes'],
  cards: ['settings', 'lookup', 'search', 'article', 'codes'],
  operating: ['log'],
  slack: ['settings', 'codes', 'lookup', 'article', 'cards', 'store', 'operating', 'config', 'log', 'secrets'],
  cli: [
    'slack',
    'operating',
    'playground',
    'lookup',
    'search',
    'article',
    'codes',
    'cards',
    'store',
    'config',
    'log',
    'secrets',
  ],
  config: [],
  settings: [],
  log: ['secrets'],
  secrets: [],
};

/** Packages that only one room may know. */
const ownPackages: Record<string, string[]> = {
  '@slack/bolt': ['slack'],
  '@slack/oauth': ['slack'],
  '@slack/web-api': ['slack', 'cli'],
  '@slack/types': ['cards', 'slack', 'cli'],
  'fuse.js': ['search', 'lookup'],
  commander: ['cli'],
  ws: ['playground'],
  react: ['playground'],
  'react-dom/client': ['playground'],
  zustand: ['playground'],
  '@tanstack/react-virtual': ['playground'],
  'react-aria-components': ['playground'],
  vite: ['playground'],
  pino: ['log'],
  'prom-client': ['operating'],
  '@opentelemetry/api': ['operating'],
  '@opentelemetry/resources': ['operating'],
  '@opentelemetry/sdk-trace-node': ['operating'],
  '@opentelemetry/exporter-trace-otlp-http': ['operating'],
  kysely: ['store'],
  libsql: ['store'],
  pg: ['store'],
  yaml: ['article', 'search'],
  entities: ['article'],
};

const root = resolve(import.meta.dirname, '../src');

function sourceFiles(): string[] {
  return readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((file) => /\.tsx?$/.test(file));
}

function roomOf(file: string): string {
  return file.split(sep)[0]?.replace(/\.[jt]sx?$/, '') ?? '';
}

interface Import {
  file: string;
  room: string;
  target: string;
}

function importsOf(file: string): Import[] {
  const source = readFileSync(join(root, file), 'utf8');
  const targets = [...source.matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map((match) => match[1] ?? '');
  return targets.map((target) => ({ file, room: roomOf(file), target }));
}

function wrongRoom({ file, room, target }: Import): string | null {
  const targetRoom = roomOf(relative(root, resolve(root, dirname(file), target)));
  const isFine = targetRoom === room || targetRoom === '..' || allowed[room]?.includes(targetRoom);
  return isFine ? null : `${file} imports ${target}: ${room} may not import ${targetRoom}`;
}

function wrongPackage({ file, room, target }: Import): string | null {
  const owners = ownPackages[target];
  return owners === undefined || owners.includes(room) ? null : `${file} imports ${target}, which is for ${owners}`;
}

function present(value: string | null): value is string {
  return value !== null;
}

describe('the map of src/', () => {
  const imports = sourceFiles().flatMap(importsOf);

  it('knows every room', () => {
    const rooms = new Set(sourceFiles().map(roomOf));
    expect([...rooms].filter((room) => !(room in allowed))).toEqual([]);
  });

  it('lets imports go down only', () => {
    const relativeImports = imports.filter(({ target }) => target.startsWith('.'));
    expect(relativeImports.length).toBeGreaterThan(50);
    expect(relativeImports.map(wrongRoom).filter(present)).toEqual([]);
  });

  it('keeps each library in its room', () => {
    expect(imports.map(wrongPackage).filter(present)).toEqual([]);
  });

  it('would notice an import that goes up', () => {
    const up = { file: join('codes', 'find-codes.ts'), room: 'codes', target: '../lookup/lookup.js' };
    expect(wrongRoom(up)).toMatch(/codes may not import lookup/);
  });
});
