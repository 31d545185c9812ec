import type { Article } from '../../src/article/types.js';
import { articleModal } from '../../src/cards/article.js';
import { actionId } from '../../src/cards/ids.js';
import { unpackState } from '../../src/cards/state.js';
import { english } from '../../src/cards/texts/en/english.js';
import type { Texts } from '../../src/cards/texts/texts.js';
import type { CardState, ModalView } from '../../src/cards/types.js';

/** The pages of an article's window as a reader gets them: from the first one on by pressing Next. */
export function modalPages(article: Article, question: string, texts: Texts = english): ModalView[] {
  const pages: ModalView[] = [];
  let state: CardState | null = { question, article: article.id };
  while (state !== null) {
    const view = articleModal(texts, article, state);
    pages.push(view);
    state = nextState(view, texts);
  }
  return pages;
}

function nextState(view: ModalView, { buttons }: Texts): CardState | null {
  for (const block of view.blocks) {
    if (block.type !== 'actions' || !('elements' in block)) continue;
    for (const element of block.elements) {
      if (element.type !== 'button' || element.text.text !== buttons.next) continue;
      if (!element.action_id?.startsWith(actionId('page'))) throw new Error(`Next has the action ${element.action_id}`);
      return unpackState(element.value ?? '');
    }
  }
  return null;
}
