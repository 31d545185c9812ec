import { contextBlock, mrkdwnSection, present } from './card-blocks.js';
import { budget, slackLimits } from './limits.js';
import { escapeMrkdwn, type Mrkdwn, mrkdwn, personMention, userMention } from './mrkdwn.js';
import { safeLine } from './safe-text.js';
import { shorten } from './shorten.js';
import { shortQuestion } from './state.js';
import type { Card, CardState } from './types.js';

export interface AskPersonOptions {
  /** The user group (`S…`, `<!subteam^S…>`) or person (`U…`, `<@U…>`) of the settings; null when none is set. */
  group: string | null;
  /** Slack id of the person who needs help. */
  user: string;
  state: CardState;
}

/** Calls the group from the settings into the thread. The only card that may ping anyone but the one who pressed. */
export function askPersonCard({ group, user, state }: AskPersonOptions): Card {
  const mention = group === null ? null : personMention(group);
  const line = mention === null ? nobodySet : request(mention, user);
  const question = safeLine(shortQuestion(state.question, budget.question));
  const tried = state.article === undefined ? '' : `Tried: ${state.article}`;
  return {
    text: shorten(line, slackLimits.fallbackText),
    blocks: present([
      mrkdwnSection(line),
      contextBlock([{ plain: question === '' ? '' : `Asked: ${question}` }, { plain: tried }]),
    ]),
  };
}

const nobodySet = mrkdwn`Nobody is set up to be called. Ask in this channel, and have the group to call set in the bot’s settings.`;

function request(mention: Mrkdwn, user: string): Mrkdwn {
  const who = userMention(user) ?? escapeMrkdwn('Somebody');
  return mrkdwn`${mention} ${who} needs a person: the knowledge base did not solve this.`;
}
