import { type ArticleSource, mostInRecord, packRecord } from '../article-records.js';
import { GrowableUint32Array } from '../growable-array.js';
import type { IndexPart } from './part.js';

/** Packs the files of articles, a few to a record, one record behind the other. */
export class RecordCollector {
  private bytes = new Uint8Array(1 << 16);
  private readonly ends = new GrowableUint32Array();
  private length = 0;
  private waiting: ArticleSource[] = [];

  add(source: ArticleSource): void {
    this.waiting.push(source);
    this.ends.push(this.length);
    if (this.waiting.length === mostInRecord) this.pack();
  }

  finish(): IndexPart['records'] {
    if (this.waiting.length > 0) this.pack();
    return { bytes: this.bytes.slice(0, this.length), ends: this.ends.toArray() };
  }

  private pack(): void {
    const record = packRecord(this.waiting);
    this.waiting = [];
    const end = this.length + record.length;
    if (end > this.bytes.length) {
      const larger = new Uint8Array(Math.max(end, this.bytes.length * 2));
      larger.set(this.bytes);
      this.bytes = larger;
    }
    this.bytes.set(record, this.length);
    this.length = end;
    this.ends.set(this.ends.length - 1, end);
  }
}
