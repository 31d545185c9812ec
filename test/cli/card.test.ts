import { describe, expect, it } from 'vitest';
import { messageProblems } from '../support/block-kit.js';
import { shipped, substatus } from './substatus.js';

describe('substatus card', () => {
  it('prints a card that Slack takes', async () => {
    const { stdout, stderr, exitCode } = await substatus(['card', 'Q288323', '--json']);
    const card: unknown = JSON.parse(stdout);
    expect({ stderr, exitCode }).toEqual({ stderr: '', exitCode: 0 });
    expect(messageProblems(card)).toEqual([]);
    expect(JSON.stringify(card)).toMatch(/CAUSE.*RESOLUTION/);
  });

  it.each([['288323'], ['KB288323'], ['q288323'], ['Q288323', '--kb', shipped], ['--kb', shipped, 'Q288323']])(
    'knows the article as %s %s %s',
    async (...args) => {
      const { stdout, exitCode } = await substatus(['card', ...args]);
      expect(exitCode).toBe(0);
      expect(stdout).toContain('\nCAUSE\n');
    },
  );

  it.each([[['Q1']], [['Q1', '--json']]])('says that there is no such article: %j', async (args) => {
    expect(await substatus(['card', ...args])).toEqual({
      stdout: '',
      stderr: 'substatus: No article has the id Q1. Try: substatus lookup Q1\n',
      exitCode: 1,
    });
  });

  it.each(['401.5', 'hello', '', 'Q'])('refuses %j as an id', async (id) => {
    const { stdout, stderr, exitCode } = await substatus(['card', id]);
    expect({ stdout, exitCode }).toEqual({ stdout: '', exitCode: 2 });
    expect(stderr).toBe(`substatus: "${id}" is not an article id. Give one: substatus card Q288323\n`);
  });
});
