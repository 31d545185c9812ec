import { describe, expect, it } from 'vitest';
import { createProgram } from '../../src/cli/main.js';
import { substatus } from './substatus.js';

const commands = createProgram().commands.map((command) => command.name());

describe('substatus', () => {
  it('lists every subcommand and the exit codes in its help', async () => {
    const { stdout, stderr, exitCode } = await substatus(['--help']);
    expect({ stderr, exitCode }).toEqual({ stderr: '', exitCode: 0 });
    for (const name of commands) expect(stdout).toMatch(new RegExp(`^  ${name} `, 'm'));
    expect(stdout).toMatch(/Exit codes:\n {2}0 .*\n {2}1 .*\n {2}2 /);
  });

  it.each(commands)('has an example and the exit codes in the help of %s', (name) => {
    let help = '';
    const command = createProgram().commands.find((one) => one.name() === name);
    command
      ?.configureOutput({
        writeOut: (text) => {
          help += text;
        },
      })
      .outputHelp();
    expect(help).toContain(`substatus ${name}`);
    expect(help).toMatch(/exit code/i);
  });

  it.each([
    [['lookpu'], "error: unknown command 'lookpu'\n(Did you mean lookup?)\n(substatus --help says how)\n"],
    [['--nope'], "error: unknown option '--nope'\n(substatus --help says how)\n"],
    [['card', 'Q1', '--nope'], "error: unknown option '--nope'\n(substatus card --help says how)\n"],
    [['lookup', 'x', '--limit'], "error: option '--limit <n>' argument missing\n(substatus lookup --help says how)\n"],
  ])('says what is wrong with %j and where to look', async (args, stderr) => {
    expect(await substatus(args)).toEqual({ stdout: '', stderr, exitCode: 2 });
  });

  it('shows its help when it is given nothing', async () => {
    const { stderr, exitCode } = await substatus([]);
    expect(exitCode).toBe(2);
    expect(stderr).toContain('Usage: substatus');
  });

  it('prints its version', async () => {
    expect((await substatus(['--version'])).stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
  });
});
