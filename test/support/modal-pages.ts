import type { Article } from '../../src/article/types.js';
import { articleModal } from '../../src/cards/article.js';
import { actionId } from '../../src/cards/ids.js';
import { unpackState } from '../../src/cards/state.js';
import type { CardState, ModalView } from '../../src/cards/types.js';

/** The pages of an article's window as a reader gets them: from the first one on by pressing Next. */
export function modalPages(article: Article, question: string): ModalView[] {
  const pages: ModalView[] = [];
  let state: CardState | null = { question, article: article.id };
  while (state !== null) {
    const view = articleModal(article, state);
    pages.push(view);
    state = nextState(view);
  }
  return pages;
}

function nextState(view: ModalView): CardState | null {
  for (const block of view.blocks) {
    if (block.type !== 'actions' || !('elements' in block)) continue;
    for (const element of block.elements) {
      if (element.type !== 'button' || element.text.text !== 'Next') continue;
      if (!element.action_id?.startsWith(actionId('page'))) throw new Error(`Next has the action ${element.action_id}`);
      return unpackState(element.value ?? '');
    }
  }
  return null;
}
