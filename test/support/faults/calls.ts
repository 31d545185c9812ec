import type { Failure } from '../../../src/playground/server/types.js';
import { calledMethods } from './called-methods.js';
import { type Expected, type Fault, inScene, type SceneFault } from './fault.js';
import { channel, type FlowName, flowNames } from './flows.js';
import type { StoreScene } from './scenes.js';

const failAll = (failure: Failure) => (scene: StoreScene) => {
  for (const method of calledMethods) scene.slack.failNext(method, failure);
};
const fail = (method: string, failure: Failure, times?: number) => (scene: StoreScene) =>
  scene.slack.failNext(method, failure, times);

/** What travels in an acknowledgement needs no call, and calls that may be made twice are made again. */
const inAck: Expected = {
  ...{ command: 'answered', search: 'answered' },
  ...{ 'new note': 'answered', 'new setting': 'answered', 'Home tab': 'answered' },
};
const wentWrong = /went wrong on our side/;
const interrupted = /I was interrupted/;
const callingFlows = flowNames.filter((flow) => inAck[flow] !== 'answered');

const faults: SceneFault[] = [
  {
    name: '429 with Retry-After on every method',
    sees: 'the answer, as much later as Slack says',
    flows: flowNames,
    order({ slack }) {
      for (const method of calledMethods) slack.rateLimit(method, { retryAfter: 1 });
    },
  },
  {
    name: '429 three times in a row',
    sees: 'the answer, later',
    flows: ['mention', 'private button'],
    order({ slack }) {
      for (const method of ['chat.postMessage', 'response_url']) slack.rateLimit(method, { retryAfter: 1, times: 3 });
    },
  },
  {
    name: '429 for longer than anybody waits (61 s)',
    sees: 'a direct message as soon as Slack takes it',
    flows: ['mention', 'direct message', 'private button'],
    expected: { all: 'told' },
    words: interrupted,
    order({ slack }) {
      for (const method of ['chat.postMessage', 'response_url']) slack.rateLimit(method, { retryAfter: 61, times: 2 });
    },
  },
  {
    name: '429 for longer than a window can wait (30 s)',
    sees: 'that it went wrong, with a reference',
    flows: ['article window', 'search window'],
    expected: { all: 'told' },
    words: wentWrong,
    order: ({ slack }) => slack.rateLimit('views.open', { retryAfter: 30 }),
  },
  {
    name: '503 from every method',
    sees: 'the answer',
    flows: flowNames,
    order: failAll({ status: 503 }),
  },
  {
    name: '500 from every method',
    sees: 'that it went wrong, with a reference',
    flows: flowNames,
    expected: { ...inAck, all: 'told' },
    words: /went wrong on our side|I was interrupted/,
    order: failAll({ status: 500 }),
  },
  {
    name: 'request lost, connection cut',
    sees: 'that it went wrong, with a reference',
    flows: callingFlows,
    expected: { all: 'told' },
    words: /went wrong on our side|I was interrupted/,
    order({ slack }) {
      for (const method of ['chat.postMessage', 'response_url', 'views.open']) {
        slack.failNext(method, { lost: 'request', how: 'cut' });
      }
    },
  },
  {
    name: 'answer posted, Slack’s reply lost',
    sees: 'the answer, once, and that something went wrong',
    flows: callingFlows,
    order({ slack }) {
      for (const method of ['chat.postMessage', 'response_url', 'views.open']) {
        slack.failNext(method, { lost: 'reply', how: 'cut' });
      }
    },
    until: ({ answers, words }) => answers > 0 && words.length > 0,
  },
  {
    name: 'time-out: Slack takes a request and says nothing',
    sees: 'after ten seconds that it went wrong, with a reference',
    flows: ['mention'],
    expected: { all: 'told' },
    words: wentWrong,
    order: fail('chat.postMessage', { lost: 'request', how: 'silent' }),
  },
  {
    name: 'half-open: Slack posts, and its reply never comes',
    sees: 'the answer, once, and after ten seconds that something went wrong',
    flows: ['direct message'],
    order: fail('chat.postMessage', { lost: 'reply', how: 'silent' }),
    until: ({ answers, words }) => answers > 0 && words.length > 0,
  },
  {
    name: 'Slack takes no call at all for a while',
    sees: 'a direct message as soon as Slack takes it',
    flows: ['mention', 'button', 'private button'],
    expected: { all: 'told' },
    words: interrupted,
    order({ slack }) {
      for (const method of ['chat.postMessage', 'response_url']) slack.failNext(method, { status: 500 }, 2);
    },
  },
  ...['invalid_auth', 'token_revoked'].map(
    (error): SceneFault => ({
      name: `${error} mid-flight`,
      sees: 'a direct message as soon as a token is taken again; commands and private answers go on',
      flows: flowNames,
      expected: {
        mention: 'told',
        'direct message': 'told',
        shortcut: 'told',
        button: 'told',
        'search window': 'told',
        'article window': 'told',
        'note window': 'told',
        'settings window': 'told',
      },
      words: /went wrong on our side|I was interrupted/,
      order({ slack }) {
        slack.failNext('chat.postMessage', { error }, 2);
        slack.failNext('views.open', { error });
      },
    }),
  ),
  {
    name: 'expired trigger',
    sees: 'the article in the thread instead of a window; for a shortcut, to try once more',
    flows: ['article window', 'search window'],
    expected: { 'search window': 'told' },
    words: /took too long for a window/,
    order: ({ slack }) => slack.expireTriggers(2),
  },
  {
    name: 'expired response_url',
    sees: 'a direct message that asks to press again',
    flows: ['private button'],
    expected: { all: 'told' },
    words: interrupted,
    order: ({ slack }) => slack.expireResponseUrls(2),
  },
  {
    name: 'removed from the channel meanwhile (not_in_channel)',
    sees: 'the answer: in a direct message after a mention, privately after a shortcut, in the channel after a press',
    flows: ['command', 'mention', 'shortcut', 'button', 'private button', 'article window'],
    order() {},
    meanwhile: ({ slack }) => slack.removeBotFrom(channel),
  },
  {
    name: 'channel archived meanwhile (is_archived)',
    sees: 'the answer: in a direct message after a mention, privately after a shortcut',
    flows: ['mention', 'shortcut', 'private button'],
    order() {},
    meanwhile: ({ slack }) => slack.archive(channel),
  },
  {
    name: 'message too long',
    sees: 'that it went wrong, with a reference',
    flows: ['mention', 'direct message', 'shortcut', 'button'] satisfies FlowName[],
    expected: { all: 'told' },
    words: wentWrong,
    order: fail('chat.postMessage', { error: 'msg_too_long' }),
  },
  ...['msg_blocks_too_long', 'invalid_blocks'].map(
    (error): SceneFault => ({
      name: `blocks refused (${error})`,
      sees: 'the answer in words',
      flows: ['mention', 'direct message', 'shortcut', 'button'],
      order: fail('chat.postMessage', { error }),
    }),
  ),
];

/** What goes wrong when the bot calls Slack. */
export function callFaults(scene: () => Promise<StoreScene>): Fault[] {
  return faults.map((fault) => inScene(fault, scene));
}
