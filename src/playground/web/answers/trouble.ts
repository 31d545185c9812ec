import { SlackError } from '../../server/slack-error.js';
import type { LocalSlack, User } from '../../server/types.js';
import { findChannel } from './finding.js';
import type { Answers } from './types.js';

export const troubleAnswers: Pick<Answers, 'trouble' | 'reset' | 'playScene'> = {
  trouble({ slack }, { user }, ordered) {
    switch (ordered.kind) {
      case 'dropSockets':
        slack.dropSockets();
        break;
      case 'delay':
        slack.delayDeliveries(ordered.milliseconds);
        break;
      case 'rateLimit':
        slack.rateLimit(ordered.method, { times: ordered.times, retryAfter: ordered.retryAfter });
        break;
      case 'failNext':
        slack.failNext(ordered.method, { error: ordered.error }, ordered.times);
        break;
      case 'duplicateNext':
        slack.duplicateNextEvent();
        break;
      case 'expireTriggers':
        slack.expireTriggers();
        break;
      case 'removeBot':
        slack.removeBotFrom(roomOf(slack, user, ordered.channel));
        break;
      case 'inviteBot':
        slack.inviteBot(roomOf(slack, user, ordered.channel));
        break;
    }
    return null;
  },

  reset({ slack }) {
    slack.reset();
    return null;
  },

  async playScene({ stage }, _person, { name }) {
    await stage.play(name);
    return null;
  },
};

/** The id of a channel that somebody can be invited to and removed from. */
function roomOf(slack: LocalSlack, user: User, id: string): string {
  const channel = findChannel(slack, user, id);
  if (channel.kind !== 'im') return channel.id;
  throw new SlackError('method_not_supported_for_channel_type', ['the members of a direct message stay the same']);
}
