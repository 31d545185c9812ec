import type { Article } from '../../article/types.js';
import { articleFields } from '../article-fields.js';
import { type Concepts, createConcepts, findConcepts } from '../concepts.js';
import { filterScope } from '../filters.js';
import { GrowableUint32Array } from '../growable-array.js';
import { fieldBreak, longestStream } from '../streams.js';
import { packStrings } from '../string-table.js';
import { searchFields } from '../types.js';
import { CodeCollector } from './code-collector.js';
import type { IndexPart } from './part.js';
import { RecordCollector } from './record-collector.js';
import { Vocabulary } from './vocabulary.js';

const fieldCount = searchFields.length;

/** Takes articles one after the other and collects what they bring to an index. */
export class PartCollector {
  private readonly vocabulary = new Vocabulary();
  private readonly concepts: Concepts = createConcepts((term) => this.vocabulary.intern(term));
  private readonly cellTerms = new GrowableUint32Array();
  private readonly cellPlaces = new GrowableUint32Array();
  private readonly cellCounts = new GrowableUint32Array();
  private readonly lengths = new GrowableUint32Array();
  private readonly streams = new GrowableUint32Array();
  private readonly streamEnds = new GrowableUint32Array();
  private readonly titles = new GrowableUint32Array();
  private readonly titleEnds = new GrowableUint32Array();
  private readonly codes = new CodeCollector();
  private readonly records = new RecordCollector();
  private readonly columns = { ids: [] as string[], titles: [] as string[], queryWords: [] as string[] };
  private readonly scopes: string[] = [];
  /** Occurrences of each term in the field at hand, all zero between fields. */
  private readonly counts = new GrowableUint32Array();
  /** The field at hand: its parts in order, its other terms, and each of its terms once. */
  private readonly parts = new GrowableUint32Array();
  private readonly others = new GrowableUint32Array();
  private readonly distinct = new GrowableUint32Array();

  /** @param bytes of the article's file, to be packed into the part: of every article or of none */
  add(article: Article, bytes: Uint8Array | null): void {
    const number = this.columns.ids.length;
    const fields = articleFields(article);
    this.columns.ids.push(article.id);
    this.columns.titles.push(article.title);
    this.columns.queryWords.push(fields.queryWords);
    this.scopes.push(filterScope(article));
    const streamEnd = this.streams.length + longestStream;
    for (const [field, name] of searchFields.entries()) {
      this.readField(fields[name]);
      const { parts } = this;
      this.lengths.push(parts.length);
      this.addCells(number * fieldCount + field);
      if (name === 'title') for (const part of new Set(parts.view())) this.titles.push(part);
      for (let i = 0; i < parts.length && this.streams.length < streamEnd; i++) this.streams.push(parts.at(i));
      this.streams.push(fieldBreak);
    }
    this.streamEnds.push(this.streams.length);
    this.titleEnds.push(this.titles.length);
    this.codes.add(number, article.codes, fields);
    if (bytes !== null) this.records.add({ path: article.path, bytes });
  }

  /** The part; the collector must not be used after that. */
  finish(): IndexPart {
    return {
      articleCount: this.columns.ids.length,
      terms: packStrings(this.vocabulary.terms()),
      cells: {
        terms: this.cellTerms.toArray(),
        places: this.cellPlaces.toArray(),
        counts: this.cellCounts.toArray(),
      },
      lengths: this.lengths.toArray(),
      streams: { parts: this.streams.toArray(), ends: this.streamEnds.toArray() },
      titles: { parts: this.titles.toArray(), ends: this.titleEnds.toArray() },
      words: this.vocabulary.words(),
      codes: this.codes.finish(),
      articles: {
        ids: packStrings(this.columns.ids),
        titles: packStrings(this.columns.titles),
        queryWords: packStrings(this.columns.queryWords),
        scopes: packStrings(this.scopes),
      },
      records: this.records.finish(),
    };
  }

  /** Reads the parts of a field in order, and its other terms: wholes and concepts. */
  private readField(text: string): void {
    this.parts.length = 0;
    this.others.length = 0;
    this.vocabulary.read(text, this.parts, this.others);
    for (const { concept } of findConcepts(this.concepts, this.parts.view())) this.others.push(concept);
  }

  private addCells(place: number): void {
    this.distinct.length = 0;
    this.count(this.parts);
    this.count(this.others);
    for (let i = 0; i < this.distinct.length; i++) {
      const term = this.distinct.at(i);
      this.cellTerms.push(term);
      this.cellPlaces.push(place);
      this.cellCounts.push(this.counts.at(term));
      this.counts.set(term, 0);
    }
  }

  private count(terms: GrowableUint32Array): void {
    for (let i = 0; i < terms.length; i++) {
      const term = terms.at(i);
      const before = term < this.counts.length ? this.counts.at(term) : 0;
      if (before === 0) this.distinct.push(term);
      this.counts.set(term, before + 1);
    }
  }
}
