import type { PlainTextOption } from '@slack/types';
import type { Suggestion } from '../search/types.js';
import { mrkdwnSection } from './card-blocks.js';
import { searchInputs, viewIds } from './ids.js';
import { slackLimits } from './limits.js';
import { cleanText, safeLine } from './safe-text.js';
import { shorten } from './shorten.js';
import { shortQuestion } from './state.js';
import type { Texts } from './texts/texts.js';
import type { ModalView } from './types.js';

/** The thread that a search was opened from; its answer goes there. */
export interface SearchPlace {
  channel: string;
  threadTs: string;
}

/**
 * The search window: an article by type-ahead, or a question in words. `question` fills the second.
 * @param options.noMatch the question was asked already and has no good match: the window says so
 */
export function searchModal(
  { search, buttons }: Texts,
  options: { question?: string; place?: SearchPlace; noMatch?: boolean },
): ModalView {
  return {
    type: 'modal',
    callback_id: viewIds.search,
    private_metadata: packPlace(options.place ?? null),
    title: plain(search.title),
    submit: plain(buttons.search),
    close: plain(buttons.cancel),
    blocks: [
      ...(options.noMatch === true ? [mrkdwnSection(search.noMatch)] : []),
      {
        type: 'input',
        block_id: searchInputs.question.block,
        label: plain(search.question),
        hint: plain(search.questionHint),
        optional: true,
        element: questionInput(options.question ?? ''),
      },
      {
        type: 'input',
        block_id: searchInputs.pick.block,
        label: plain(search.pick),
        optional: true,
        element: {
          type: 'external_select',
          action_id: searchInputs.pick.action,
          placeholder: plain(search.pickPlaceholder),
          min_query_length: 1,
        },
      },
    ],
  };
}

function questionInput(question: string) {
  const initial = shortQuestion(cleanText(question).trim(), slackLimits.inputText);
  return {
    type: 'plain_text_input' as const,
    action_id: searchInputs.question.action,
    multiline: true,
    max_length: slackLimits.inputText,
    placeholder: plain('401.5 ntlm'),
    ...(initial === '' ? {} : { initial_value: initial }),
  };
}

/** Articles as entries of the type-ahead menu; an entry's value is the article's id. */
export function suggestionOptions(suggestions: Suggestion[]): PlainTextOption[] {
  return suggestions.map(({ id, title }) => ({
    text: plain(shorten(`${id}  ${safeLine(title)}`, slackLimits.optionText)),
    value: id,
  }));
}

/** Where the answer to a search window goes, from its `private_metadata`; null when it was opened from nowhere. */
export function searchPlace(metadata: string): SearchPlace | null {
  const fields = new URLSearchParams(metadata);
  const channel = fields.get('channel');
  const threadTs = fields.get('thread');
  if (channel === null || threadTs === null || !/^[A-Z][A-Z0-9]{1,20}$/.test(channel)) return null;
  if (!/^\d{1,12}\.\d{1,9}$/.test(threadTs)) return null;
  return { channel, threadTs };
}

function packPlace(place: SearchPlace | null): string {
  return place === null ? '' : new URLSearchParams({ channel: place.channel, thread: place.threadTs }).toString();
}

function plain(text: string) {
  return { type: 'plain_text' as const, text, emoji: false };
}
