import type { AllMiddlewareArgs, SlackViewMiddlewareArgs, ViewSubmitAction } from '@slack/bolt';
import { answerCard } from '../../cards/answer-card.js';
import { articleModal } from '../../cards/article.js';
import { searchInputs } from '../../cards/ids.js';
import { noticeCard } from '../../cards/notice-card.js';
import { safeLine } from '../../cards/safe-text.js';
import { searchPlace } from '../../cards/search-modal.js';
import type { Texts } from '../../cards/texts/texts.js';
import type { Answer } from '../../lookup/types.js';
import { askAndRecord } from '../ask.js';
import { guarded } from '../failure.js';
import { cannotPostThere, type Place, type Poster, postCard, postPrivately } from '../reply.js';
import type { Services } from '../services.js';
import { type Here, servicesIn } from '../settings/here.js';
import { decodeSlackText } from '../text.js';

type Arguments = SlackViewMiddlewareArgs<ViewSubmitAction> & AllMiddlewareArgs;

/**
 * The search window was submitted: an article picked from the menu, or a question. The window turns into the
 * article; when it was opened from a card, the answer goes into that card's thread instead, or where the settings say so
 * to the person alone.
 */
export async function searchSubmission(all: Services, args: Arguments): Promise<void> {
  const { view, body, ack, client, context } = args;
  const place = searchPlace(view.private_metadata);
  const services = await servicesIn(all, { team: context.teamId, channel: place?.channel }, context.outside ?? null);
  const { texts } = services;
  const poster = { client, team: context.teamId, posts: services.posts };
  let isOpen = true;
  await guarded(
    'view search',
    services,
    (card) => (isOpen ? refuse(ack, card.text) : postCard(poster, { channel: body.user.id }, card)),
    async () => {
      const question = asked(view.state.values);
      if (question === null) return refuse(ack, texts.search.nothingAsked);
      const answer = askAndRecord(services, question, {
        surface: 'search',
        team: context.teamId,
        user: body.user.id,
        channel: place?.channel,
        thread: place?.threadTs,
      });
      const best = answer.matches[0];
      if (answer.outcome === 'none' || best === undefined) return refuse(ack, noMatchText(texts, answer));
      if (place === null) {
        const state = { article: best.article.id, question: answer.question.raw };
        return ack({ response_action: 'update', view: articleModal(texts, best.article, state, best.notes) });
      }
      await ack();
      isOpen = false;
      await postOrTell(services, poster, place, body.user.id, answer);
    },
  );
}

/** Puts the answer into the thread; where the bot may not post it goes to the person directly. */
async function postOrTell(
  { texts, settings }: Here,
  poster: Poster,
  place: Place,
  user: string,
  answer: Answer,
): Promise<void> {
  const card = answerCard(texts, answer, { reader: { now: Date.now() } });
  try {
    if (settings.answers === 'channel') return await postCard(poster, place, card, settings.unfurl);
    const manner = { private: true, ...(place.threadTs === undefined ? {} : { thread: place.threadTs }) };
    await postPrivately(poster, { channel: place.channel }, user, answerCard(texts, answer, manner));
  } catch (error) {
    if (!cannotPostThere(error)) throw error;
    await postCard(poster, { channel: user }, card);
    await postCard(poster, { channel: user }, noticeCard(texts.notices.answerIsHere));
  }
}

/** The picked article's id, else the typed question, else null. */
function asked(values: ViewSubmitAction['view']['state']['values']): string | null {
  const picked = values[searchInputs.pick.block]?.[searchInputs.pick.action]?.selected_option?.value;
  const typed = values[searchInputs.question.block]?.[searchInputs.question.action]?.value;
  return picked ?? (decodeSlackText(typed ?? '') || null);
}

function refuse(ack: Arguments['ack'], text: string): Promise<void> {
  return ack({ response_action: 'errors', errors: { [searchInputs.question.block]: text } });
}

function noMatchText({ search }: Texts, answer: Answer): string {
  const [suggestion] = answer.didYouMean;
  return suggestion === undefined ? search.tryOther : search.didYouMean(safeLine(suggestion));
}
