import { setTimeout as wait } from 'node:timers/promises';
import type { Scene, TransportName } from '../bot.js';
import { type Expected, type Fault, inScene, type SceneFault } from './fault.js';
import { flowNames } from './flows.js';

const events = ['mention', 'direct message'] as const;

/** An event comes again; of a command or press Slack tells the person that it did not arrive. */
const onlyEvents: Expected = { all: 'told', mention: 'answered', 'direct message': 'answered' };
/** What is asked in the very moment may be lost on the wire; Slack says so, and comes again with events. */
const perhaps = ['answered', 'told'] as const;
const perhapsUnheard: Expected = { all: perhaps, mention: 'answered', 'direct message': 'answered' };

async function reconnectStorm({ slack }: Scene): Promise<void> {
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
    expected: { command: perhaps, search: perhaps },
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
    expected: { command: 'told', search: 'told' },
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

/** What goes wrong between Slack and the bot, on the way in. */
export function deliveryFaults(scenes: (transport: TransportName) => () => Promise<Scene>): Fault[] {
  const over = (transport: TransportName, faults: SceneFault[]) =>
    faults.map((fault) => inScene({ ...fault, name: `${fault.name} (${transport})` }, scenes(transport)));
  return [
    ...overSocket.map((fault) => inScene(fault, scenes('socket'))),
    ...over('socket', overBoth),
    ...over('http', overBoth),
  ];
}
