import type { Lookup } from './types.js';

/** A lookup whose knowledge base can be replaced while it answers: each question is answered by one or the other. */
export interface SwitchableLookup extends Lookup {
  switchTo(next: Lookup): void;
}

export function switchableLookup(first: Lookup): SwitchableLookup {
  let current = first;
  return {
    switchTo(next) {
      current = next;
    },
    ask: (text, options) => current.ask(text, options),
    article: (id) => current.article(id),
    suggest: (text, limit) => current.suggest(text, limit),
    get size() {
      return current.size;
    },
    get refreshed() {
      return current.refreshed;
    },
  };
}
