import { codeKeys } from '../../codes/code-keys.js';
import { findCodes } from '../../codes/find-codes.js';
import { placeBits } from '../code-index.js';
import { GrowableUint32Array } from '../growable-array.js';
import { packStrings } from '../string-table.js';
import { type SearchField, searchFields } from '../types.js';
import type { IndexPart } from './part.js';

/** Collects the codes of articles, field by field. */
export class CodeCollector {
  private readonly keys = new Map<string, number>();
  private readonly holdingKeys = new GrowableUint32Array();
  private readonly articles = new GrowableUint32Array();
  private readonly places: number[] = [];

  /** @param declared the codes that the article says it is about */
  add(article: number, declared: readonly string[], fields: Record<SearchField, string>): void {
    const held = new Map<number, number>();
    this.find(declared.join('\n'), placeBits.declared, held);
    for (const field of searchFields) this.find(fields[field], placeBits[field], held);
    for (const [key, places] of held) {
      this.holdingKeys.push(key);
      this.articles.push(article);
      this.places.push(places);
    }
  }

  finish(): IndexPart['codes'] {
    return {
      keys: packStrings([...this.keys.keys()]),
      holdingKeys: this.holdingKeys.toArray(),
      articles: this.articles.toArray(),
      places: Uint8Array.from(this.places),
    };
  }

  /** Articles have ids, not the text of ids: a KB id is no code to search for. */
  private find(text: string, place: number, held: Map<number, number>): void {
    if (text === '') return;
    for (const code of findCodes(text)) {
      if (code.kind === 'kb') continue;
      for (const key of codeKeys(code)) {
        const number = this.keys.get(key) ?? this.keys.size;
        this.keys.set(key, number);
        held.set(number, (held.get(number) ?? 0) | place);
      }
    }
  }
}
