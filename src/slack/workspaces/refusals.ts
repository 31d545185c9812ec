import type { AllMiddlewareArgs, AnyMiddlewareArgs, RespondFn } from '@slack/bolt';
import { noticeCard } from '../../cards/notice-card.js';
import { privately, respondPrivately } from '../reply.js';
import type { OwnContext, Refusal } from './authorize.js';

type Arguments = AnyMiddlewareArgs & AllMiddlewareArgs;

/**
 * Stands before all listeners: a request of a workspace without a token that works is acknowledged, so that nothing comes
 * again, and whoever waits is told what to do.
 * @param installUrl where the bot is installed; null when it is not known
 */
export function refuseUnanswered(installUrl: string | null) {
  return async (args: Arguments): Promise<void> => {
    const refusal: OwnContext['refusal'] = args.context.refusal;
    if (refusal === undefined) return args.next();
    const card = noticeCard(textOf(refusal, installUrl));
    const { ack, respond } = args as { ack?: (answer?: object) => Promise<void>; respond?: RespondFn };
    if (ack === undefined) return;
    if ('command' in args) return ack(privately(card));
    if ('options' in args) return ack({ options: [] });
    await ack();
    if (respond !== undefined) await respondPrivately(respond, card);
  };
}

function textOf(refusal: Refusal, installUrl: string | null): string {
  const how =
    installUrl === null ? 'Ask whoever runs it for the page to install it.' : `It can be installed at ${installUrl}`;
  switch (refusal) {
    case 'not-installed':
      return `Substatus is not installed in this workspace any more. ${how}`;
    case 'token-refused':
      return `Slack no longer lets Substatus into this workspace. Installing it again helps. ${how}`;
    case 'locked':
      return `Substatus cannot open what it has stored of this workspace; whoever runs it finds the reason in its log. Installing it again helps too. ${how}`;
    case 'store-away':
      return 'Substatus cannot reach its database at the moment. Try again in a minute.';
  }
}
