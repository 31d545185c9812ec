import { setTimeout as wait } from 'node:timers/promises';
import type { CommandResult } from '../../../src/playground/server/types.js';
import type { TransportName } from '../bot.js';
import { count, type Expected, emptyRow, type Fault, inScene, type SceneFault } from './fault.js';
import { type Asking, channel, flowNames, prepare } from './flows.js';
import { retryDelaysMs, type StoreScene } from './scenes.js';

const events = ['mention', 'direct message'] as const;

/** An event comes again; of a command or press Slack tells the person that it did not arrive. */
const onlyEvents: Expected = { all: 'told', mention: 'answered', 'direct message': 'answered', 'Home tab': 'answered' };
/** What is asked in the very moment may be lost on the wire; Slack says so, and comes again with events. */
const perhaps = ['answered', 'told'] as const;
const perhapsUnheard: Expected = { all: perhaps, mention: 'answered', 'direct message': 'answered' };

async function reconnectStorm({ slack }: StoreScene): Promise<void> {
  slack.failNext('apps.connections.open', { status: 503 }, 2);
  slack.deafenNextSockets('mute', 1);
  for (let turn = 0; turn < 5; turn += 1) {
    slack.dropSockets();
    await wait(60);
  }
}

const overSocket: SceneFault[] = [
  {
    name: 'socket cut before a delivery',
    sees: 'the answer, when Slack comes again with an event; Slack’s own error after a command or press',
    flows: flowNames,
    expected: onlyEvents,
    order: ({ slack }) => slack.dropNextDeliveries('unsent'),
  },
  {
    name: 'socket cut between delivery and acknowledgement',
    sees: 'the answer, once; where it travels in the acknowledgement, Slack’s own error',
    flows: flowNames,
    expected: {
      command: perhaps,
      search: perhaps,
      'new note': perhaps,
      'new setting': perhaps,
      'settings window': perhaps,
    },
    order: ({ slack }) => slack.dropNextDeliveries('sent'),
  },
  {
    name: 'socket cut between acknowledgement and answer',
    sees: 'the answer',
    flows: flowNames,
    order: ({ slack }) => slack.dropNextDeliveries('acked'),
  },
  {
    name: 'reconnect storm: cut five times, refused twice, once deaf',
    sees: 'the answer to an event, late; Slack’s own error after a command or press',
    flows: ['command', 'mention', 'direct message', 'shortcut'],
    expected: perhapsUnheard,
    order: (scene) => void reconnectStorm(scene),
  },
  {
    name: 'Slack warns that it will recycle the connection',
    sees: 'the answer; a command or press in the very moment may get Slack’s own error',
    flows: flowNames,
    expected: perhapsUnheard,
    order: ({ slack }) => slack.disconnect('warning'),
  },
  {
    name: 'Slack recycles the connection',
    sees: 'the answer; a command or press in the very moment may get Slack’s own error',
    flows: flowNames,
    expected: perhapsUnheard,
    order: ({ slack }) => slack.disconnect('refresh_requested'),
  },
];

const overBoth: SceneFault[] = [
  {
    name: 'deliveries 1.2 s late',
    sees: 'the answer, later',
    flows: ['command', 'mention', 'button', 'search'],
    order: ({ slack }) => slack.delayDeliveries(1_200),
  },
  {
    name: 'an event delivered twice',
    sees: 'one answer',
    flows: events,
    order: ({ slack }) => slack.duplicateNextEvent(),
  },
  {
    name: 'events delivered in reverse order',
    sees: 'one answer each, in its own place',
    flows: events,
    async order({ slack }) {
      slack.reorderEvents(3);
      await slack.as('ben').post('@Substatus', '401.5');
      await slack.as('chloe').post('#incident-4711', '@Substatus 500.19');
    },
  },
  {
    name: 'acknowledgement lost, retry with its headers',
    sees: 'one answer; after a command or press Slack says that it timed out as well',
    flows: flowNames,
    expected: { command: 'told', search: 'told', 'new note': 'told', 'new setting': 'told' },
    order: ({ slack }) => slack.loseAcks(1),
  },
  {
    name: 'two acknowledgements lost, retries that look like first deliveries',
    sees: 'one answer',
    flows: events,
    order({ slack }) {
      slack.loseAcks(2);
      slack.hideRetries(true);
    },
  },
];

const streamLength = 40;

/** Forty commands and forty mentions, one of each every ten milliseconds, and the connection is recycled among them. */
function recycledUnderLoad(scene: () => Promise<StoreScene>): Fault {
  const name = 'Slack warns of, and recycles, the connection while many ask';
  return {
    name,
    sees: 'the answer; a command in the very moment may get Slack’s own error',
    async run(rounds) {
      const row = emptyRow(name);
      for (let round = 0; round < rounds; round += 1) {
        const { slack, settled } = await scene();
        slack.reset();
        await slack.waitForBot(20_000);
        const mentions: Asking[] = [];
        const commands: Promise<CommandResult>[] = [];
        for (let nth = 0; nth < streamLength; nth += 1) {
          if (nth === streamLength / 4) slack.disconnect('warning');
          if (nth === (streamLength * 3) / 4) slack.disconnect('refresh_requested');
          const asking = await prepare(slack, 'mention');
          void asking.ask();
          mentions.push(asking);
          commands.push(slack.as('ben').command('/kb', '401.5', channel));
          await wait(10);
        }
        for (const { message, error } of await Promise.all(commands)) {
          const seen = { answers: message === null ? 0 : 1, words: [], slackSays: error };
          count(row, 'command', seen, perhaps);
        }
        await slack.quiet(retryDelaysMs[2]);
        await settled();
        for (const asking of mentions) count(row, 'mention', asking.seen(), ['answered']);
      }
      return row;
    },
  };
}

/** What goes wrong between Slack and the bot, on the way in. */
export function deliveryFaults(scenes: (transport: TransportName) => () => Promise<StoreScene>): Fault[] {
  const over = (transport: TransportName, faults: SceneFault[]) =>
    faults.map((fault) => inScene({ ...fault, name: `${fault.name} (${transport})` }, scenes(transport)));
  return [
    ...overSocket.map((fault) => inScene(fault, scenes('socket'))),
    recycledUnderLoad(scenes('socket')),
    ...over('socket', overBoth),
    ...over('http', overBoth),
  ];
}
