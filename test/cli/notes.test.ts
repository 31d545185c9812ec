import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { articleText } from '../../src/article/article-text.js';
import { checkArticles } from '../../src/article/check/check-articles.js';
import { readFolders } from '../../src/article/read-folders.js';
import { noteDraft } from '../../src/cli/note-draft.js';
import { openStore } from '../../src/store/open-store.js';
import { bare } from '../support/card-text.js';
import { hostileText } from '../support/hostile-articles.js';
import { note } from '../support/notes.js';
import { substatus } from './substatus.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'substatus-notes-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('a draft made of notes', () => {
  it('passes the check and keeps every word, whatever the notes say', async () => {
    const path = join(folder, 'T90001.md');
    await fc.assert(
      fc.asyncProperty(fc.array(hostileText, { minLength: 1, maxLength: 4 }), hostileText, async (texts, name) => {
        const notes = texts.map((text) => note({ text: text.slice(0, 3_000), authorName: name }));
        const draft = { id: 'T90001', team: 'T1', about: 'S40105', article: null, notes, part: 1 };
        writeFileSync(path, noteDraft(draft));
        const { articles, diagnostics } = await readFolders([folder]);
        expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
        const [article] = articles;
        const shown = bare(articleText(article ?? expect.fail('no article')));
        for (const { text } of notes) expect(shown).toContain(bare(Buffer.from(text).toString()));
      }),
      { numRuns: 60 },
    );
  });
});

describe('substatus notes', () => {
  const env = () => ({ SUBSTATUS_DATA: join(folder, 'data'), DATABASE_URL: '' });
  const run = (...args: string[]) => substatus(args, '', { env: env(), cwd: folder });
  const kb = () => join(folder, 'team-kb');

  beforeEach(async () => {
    const store = await openStore({ path: join(folder, 'data', 'substatus.db') });
    await store.notes.save(note({ created: Date.UTC(2026, 10, 20), text: 'on web-07 it was the load balancer' }));
    await store.notes.save(
      note({ created: Date.UTC(2026, 10, 24), text: '1. restart\nSYMPTOMS\n========\n\u001b[31m' }),
    );
    await store.notes.save(note({ article: 'S50019', created: Date.UTC(2026, 10, 25), text: 'a typo in web.config' }));
    await store.notes.save(note({ team: 'T2', text: 'theirs' }));
    await store.close();
  });

  it('list prints them, newest first, without what a terminal obeys', async () => {
    const { stdout } = await run('notes', 'list', '--team', 'T1');
    expect(stdout).toMatch(
      /^S50019 {2}2026-11-25 {2}ana {2}\(T1\)\n {4}a typo[\s\S]*S40105 {2}2026-11-24[\s\S]*load balancer/,
    );
    expect(stdout).not.toContain('\u001b');
    expect(stdout).not.toContain('theirs');
    expect(JSON.parse((await run('notes', 'list', '--format', 'json')).stdout)).toHaveLength(4);
  });

  it('export asks whose notes are meant when several workspaces have some', async () => {
    const { exitCode, stderr } = await run('notes', 'export', kb());
    expect([exitCode, stderr]).toEqual([2, expect.stringMatching(/2 workspaces have notes: T1, T2.*--team/)]);
  });

  it('export writes drafts that pass the check and overwrites nothing unasked', async () => {
    const first = await run('notes', 'export', kb(), '--team', 'T1');
    expect(first.exitCode).toBe(0);
    expect(readdirSync(kb()).sort()).toEqual(['T90001.md', 'T90002.md']);
    const text = readFileSync(join(kb(), 'T90001.md'), 'utf8');
    expect(text).toMatch(/title: "T90001: Notes on S40105 - HTTP 401\.5/);
    expect(text).toMatch(/load balancer[\s\S]*restart[\s\S]*REFERENCES[\s\S]*S40105/);
    expect(text).toContain('https://acme.example.com/archives/C1/p1');
    expect((await run('check', kb())).exitCode).toBe(0);
    expect(checkArticles((await readFolders([kb()])).articles).filter(({ severity }) => severity === 'error')).toEqual(
      [],
    );
    writeFileSync(join(kb(), 'T90001.md'), text.replace('What the team', 'Edited: what the team'));
    const second = await run('notes', 'export', kb(), '--team', 'T1');
    expect(second.stdout).toMatch(/T90001\.md is there already, and stays/);
    expect(readFileSync(join(kb(), 'T90001.md'), 'utf8')).toContain('Edited:');
    await run('notes', 'export', kb(), '--team', 'T1', '--replace');
    expect(readFileSync(join(kb(), 'T90001.md'), 'utf8')).toBe(text);
    expect(readdirSync(kb())).toHaveLength(2);
  });

  it('export takes no id that is taken', async () => {
    await run('new', 'Order pool is full', '--dir', kb());
    await run('notes', 'export', kb(), '--team', 'T1');
    expect(readdirSync(kb()).sort()).toEqual(['T90001.md', 'T90002.md', 'T90003.md']);
    expect(readFileSync(join(kb(), 'T90001.md'), 'utf8')).toContain('Order pool is full');
  });
});
