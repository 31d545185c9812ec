import { contextBlock, mrkdwnSection, present } from './card-blocks.js';
import { budget, slackLimits } from './limits.js';
import { escapeMrkdwn, type Mrkdwn, personMention, userMention } from './mrkdwn.js';
import { safeLine } from './safe-text.js';
import { shorten } from './shorten.js';
import { shortQuestion } from './state.js';
import type { Texts } from './texts/texts.js';
import type { Card, CardState } from './types.js';

export interface AskPersonOptions {
  /** The user group (`S…`, `<!subteam^S…>`) or person (`U…`, `<@U…>`) of the settings; null when none is set. */
  group: string | null;
  /** Slack id of the person who needs help. */
  user: string;
  state: CardState;
}

/** Calls the group from the settings into the thread. The only card that may ping anyone but the one who pressed. */
export function askPersonCard(texts: Texts, { group, user, state }: AskPersonOptions): Card {
  const mention = group === null ? null : personMention(group);
  const line = mention === null ? texts.followUp.nobodySet : request(texts, mention, user);
  const question = safeLine(shortQuestion(state.question, budget.question));
  const tried = state.article === undefined ? '' : texts.followUp.tried(state.article);
  return {
    text: shorten(line, slackLimits.fallbackText),
    blocks: present([
      mrkdwnSection(line),
      contextBlock([{ plain: question === '' ? '' : texts.answer.asked(question) }, { plain: tried }]),
    ]),
  };
}

function request({ followUp }: Texts, mention: Mrkdwn, user: string): Mrkdwn {
  const who = userMention(user) ?? escapeMrkdwn(followUp.somebody);
  return followUp.needsPerson(mention, who);
}
