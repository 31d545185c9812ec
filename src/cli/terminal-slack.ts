import { createInterface, type Interface } from 'node:readline';
import type { KnownBlock } from '@slack/types';
import type { InteractionResult, LocalSlack, Message, View } from '../playground/server/types.js';
import { outputStyle } from './output-style.js';
import { drawBlocks, type TerminalButton } from './terminal-message.js';

const person = 'ana';
const channel = '#incident-4711';

/**
 * The local Slack in the terminal: says where its page is, plays one `/kb 401.5`, and on a terminal goes on to take
 * what is typed: `/kb ...`, a message, or the number of a button.
 * @param page the page's address
 * @param articles how many articles the bot answers from
 */
export async function openTerminalSlack(
  slack: LocalSlack,
  page: string,
  articles: number,
): Promise<{ stop(): Promise<void> }> {
  const terminal = new TerminalSlack(slack);
  process.stdout.write(welcome(slack, page, articles));
  await terminal.type('/kb 401.5');
  const prompt = process.stdin.isTTY ? openPrompt(terminal) : null;
  if (prompt === null) process.stdout.write('\nThe local Slack goes on running; Ctrl+C ends it.\n');
  return {
    async stop() {
      prompt?.removeAllListeners('close');
      prompt?.close();
    },
  };
}

function welcome(slack: LocalSlack, page: string, articles: number): string {
  const address = outputStyle().colour ? `\u001b[1m${page}\u001b[22m` : page;
  return `Open in a browser   ${address}

  A local Slack with the bot in it (${articles} articles), because there are no Slack tokens.

  More windows      are more people; ?as=ben at the end says who
  Slack's Web API   ${slack.apiUrl}
  Real Slack        put tokens in .env (README says which), then npm start

The same in this terminal: you are ${person} in ${channel}.
`;
}

function openPrompt(terminal: TerminalSlack): Interface {
  const prompt = createInterface({ input: process.stdin, output: process.stdout, prompt: `\n${channel}> ` });
  process.stdout.write('\nType /kb 403.14, "@Substatus 503", or the number of a button. Ctrl+C ends it.\n');
  prompt.prompt();
  prompt.on('line', (line) => {
    terminal
      .type(line.trim())
      .catch((error: unknown) => process.stdout.write(`! ${error instanceof Error ? error.message : String(error)}\n`))
      .finally(() => prompt.prompt());
  });
  prompt.on('SIGINT', () => process.kill(process.pid, 'SIGINT'));
  prompt.on('close', () => process.kill(process.pid, 'SIGINT')); // Ctrl+D
  return prompt;
}

/** What one person does and sees in one channel, as lines. */
class TerminalSlack {
  private readonly slack: LocalSlack;
  private readonly seen = new Set<string>();
  private readonly buttons: { button: TerminalButton; place: Message | View }[] = [];

  constructor(slack: LocalSlack) {
    this.slack = slack;
    this.newMessages(); // what was said before is for the page
  }

  /** Does what a typed line says and prints what comes of it. */
  async type(line: string): Promise<void> {
    if (line === '') return;
    if (/^\d+$/.test(line)) return this.press(Number(line));
    const ana = this.slack.as(person);
    if (line.startsWith('/')) {
      const [command = '', ...words] = line.split(' ');
      process.stdout.write(`\n${person}: ${line}\n`);
      const result = await ana.command(command, words.join(' '), channel);
      this.sayTime(result);
    } else {
      await ana.post(channel, line);
    }
    await this.printNews();
  }

  private async press(number: number): Promise<void> {
    const pressed = this.buttons[number - 1];
    if (pressed === undefined) {
      process.stdout.write(`! There is no button ${number}.\n`);
      return;
    }
    const { button, place } = pressed;
    process.stdout.write(`\n${person} presses "${button.label}"\n`);
    const ana = this.slack.as(person);
    const address = { buttonValue: button.value };
    this.sayTime(
      'hash' in place
        ? await ana.clickInView(place, button.actionId, address)
        : await ana.click(place, button.actionId, address),
    );
    await this.printNews();
  }

  private sayTime({ ack, error }: InteractionResult): void {
    if (error !== null) process.stdout.write(`! ${error}\n`);
    else if (ack !== null) process.stdout.write(`  (answered in ${ack.milliseconds.toFixed(1)} ms)\n`);
  }

  /** Prints the messages and the window that were not there before, or not like this. */
  private async printNews(): Promise<void> {
    await this.slack.quiet();
    for (const message of this.newMessages()) {
      this.print(message, message.blocks, messageHead(message, this.nameOf(message.user)), message.text);
    }
    const view = this.slack.as(person).openView();
    if (view !== null && this.isNew(view.hash)) this.print(view, view.blocks, `A window: ${titleOf(view)}`, '');
  }

  private newMessages(): Message[] {
    return this.slack
      .messages(channel, { as: person })
      .filter(({ ts, text, blocks }) => this.isNew(`${ts} ${text} ${JSON.stringify(blocks)}`));
  }

  private nameOf(id: string): string {
    return this.slack.users.find((user) => user.id === id)?.name ?? id;
  }

  private isNew(key: string): boolean {
    const isNew = !this.seen.has(key);
    this.seen.add(key);
    return isNew;
  }

  private print(place: Message | View, blocks: object[] | undefined, head: string, text: string): void {
    // The local Slack has checked every block as Slack does, so these are blocks that Slack knows.
    const drawn = drawBlocks((blocks ?? []) as KnownBlock[], this.buttons.length + 1, {
      width: outputStyle().width - 2,
      nameOf: (id) => this.nameOf(id),
    });
    this.buttons.push(...drawn.buttons.map((button) => ({ button, place })));
    const lines = drawn.lines.length > 0 ? drawn.lines : text.split('\n');
    process.stdout.write(`\n${head}\n${lines.map((line) => `  ${line}`.trimEnd()).join('\n')}\n`);
  }
}

function messageHead(message: Message, who: string): string {
  const where = message.thread_ts !== undefined && message.thread_ts !== message.ts ? ' (in a thread)' : '';
  const toWhom = message.ephemeral_to === undefined ? '' : ' (only visible to you)';
  return `${who}${where}${toWhom}:`;
}

function titleOf(view: View): string {
  return typeof view.title?.text === 'string' ? view.title.text : '';
}
