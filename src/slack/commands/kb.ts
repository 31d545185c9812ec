import type { AllMiddlewareArgs, RespondArguments, SlackCommandMiddlewareArgs } from '@slack/bolt';
import { answerCard } from '../../cards/answer-card.js';
import { helpCard } from '../../cards/help-card.js';
import { noMatchCard } from '../../cards/no-match-card.js';
import type { Answer } from '../../lookup/types.js';
import { type Asked, lookUp } from '../ask.js';
import { guarded } from '../failure.js';
import { previews, privately } from '../reply.js';
import { isOurs } from '../requests/requests.js';
import { noteAnswered } from '../settings/code-pauses.js';
import type { Here } from '../settings/here.js';
import { decodeSlackText } from '../text.js';
import { isHelp } from '../thread-answer.js';

type Arguments = SlackCommandMiddlewareArgs & AllMiddlewareArgs;

/**
 * `/kb QUESTION`: the answer travels in the acknowledgement, so it needs no membership and no second request.
 * A good answer is for the channel, where the settings do not make it private; a weak one, help and "no good match" are
 * for the person who asked.
 */
export async function kbCommand(services: Here, { command, ack, respond, context }: Arguments): Promise<void> {
  const unfurling = previews(services.settings.unfurl);
  const send = (message: RespondArguments) =>
    ack({ ...unfurling, ...message }).catch(() => respond({ ...unfurling, ...message }));
  await guarded(
    'command kb',
    services,
    (card) => send(privately(card)),
    async () => {
      const question = decodeSlackText(command.text);
      const help = { command: command.command, bot: context.botUserId };
      const asked: Asked = {
        surface: 'command',
        team: context.teamId,
        user: command.user_id,
        channel: command.channel_id,
      };
      if (isHelp(question)) return void (await send(privately(helpCard(services.texts, help))));
      const { answer, record } = lookUp(services, question, asked);
      const message = reply(services, answer, asked);
      if (!(await isOurs(context))) return;
      record();
      if (message.response_type === 'in_channel') noteAnswered(services, asked, answer);
      await send(message);
    },
  );
}

function reply({ texts, settings }: Here, answer: Answer, asked: Asked): RespondArguments {
  if (answer.outcome === 'none') return privately(noMatchCard(texts, answer));
  const isPrivate = answer.outcome === 'weak' || settings.answers === 'private';
  const now = Date.now();
  if (isPrivate) return privately(answerCard(texts, answer, { private: true, reader: { now, user: asked.user } }));
  return { response_type: 'in_channel', ...answerCard(texts, answer, { reader: { now } }) };
}
