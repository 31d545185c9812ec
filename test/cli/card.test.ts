import { afterEach, beforeEach, describe, expect, it, type MockInstance, vi } from 'vitest';
import { cardCommand } from '../../src/cli/card.js';
import { UsageError } from '../../src/cli/exit.js';
import { messageProblems } from '../support/block-kit.js';

let stdout: MockInstance;
let stderr: MockInstance;

beforeEach(() => {
  stdout = vi.spyOn(process.stdout, 'write').mockReturnValue(true);
  stderr = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
});

afterEach(() => {
  vi.restoreAllMocks();
});

/** Runs `substatus card ...` over the articles that ship, and gives what it printed on standard output. */
async function run(...args: string[]): Promise<string> {
  await cardCommand().parseAsync([...args, '--kb', 'kb-data'], { from: 'user' });
  return stdout.mock.calls.map(([chunk]) => chunk).join('');
}

describe('substatus card', () => {
  it('prints a card that Slack takes', async () => {
    const card: unknown = JSON.parse(await run('Q288323', '--json'));
    expect(messageProblems(card)).toEqual([]);
    expect(JSON.stringify(card)).toMatch(/CAUSE.*RESOLUTION/);
  });

  it.each(['288323', 'KB288323', 'q288323', 'Q288323'])('knows the article as %s', async (id) => {
    expect(await run(id)).toContain('\nCAUSE\n');
  });

  it('says when there is no such article, which is no failure', async () => {
    expect(await run('Q1')).toBe('');
    expect(stderr.mock.calls.join('')).toContain('No article has the id Q1. Try: substatus lookup Q1');
  });

  it('has a card for a missing article too', async () => {
    const card: unknown = JSON.parse(await run('Q1', '--json'));
    expect(messageProblems(card)).toEqual([]);
    expect(card).toMatchObject({ text: 'No article has the id Q1.' });
  });

  it.each(['401.5', 'hello', '', 'Q'])('refuses %j as an id', async (id) => {
    await expect(run(id)).rejects.toThrow(UsageError);
  });
});
