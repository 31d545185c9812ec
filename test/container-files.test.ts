import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseDockerfile } from './support/dockerfile.js';

const root = resolve(import.meta.dirname, '..');

describe('what the container may do', () => {
  const all = parseDockerfile(readFileSync(resolve(root, 'Dockerfile'), 'utf8'));
  const last = all.slice(all.findLastIndex(({ name }) => name === 'FROM'));
  const user = last.findIndex(({ name }) => name === 'USER');

  it('runs as somebody who is not root, and never goes back', () => {
    expect(last[user]?.rest).toBe('node');
    expect(last.filter(({ name }) => name === 'USER')).toHaveLength(1);
    expect(last.slice(user).map(({ name }) => name)).not.toContain('RUN');
  });

  it('holds files that only root may change, but for the data folder', () => {
    const copied = last.filter(({ name }) => name === 'COPY' || name === 'ADD');
    for (const { name, rest } of copied) expect(`${name} ${rest}`).not.toMatch(/^ADD|--chown|--chmod/);
    expect(last.findLastIndex(({ name }) => name === 'COPY')).toBeLessThan(user);
    const made = last.filter(({ name }) => name === 'RUN').map(({ rest }) => rest);
    expect(made).toEqual(['mkdir -m 1777 data']);
  });

  it('brings no settings, and lets no package run a script', () => {
    const written = all.map(({ name, rest }) => `${name} ${rest}`).join('\n');
    expect(written).not.toMatch(/SLACK_|DATABASE_URL|\s\.env|xox|ARG /);
    for (const install of written.match(/npm (?:ci|install)[^\n]*/g) ?? [])
      expect(install).toContain('--ignore-scripts');
    expect(readFileSync(resolve(root, '.dockerignore'), 'utf8')).toMatch(/^\*\*$/m);
  });
});
