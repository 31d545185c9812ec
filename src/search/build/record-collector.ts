import { type ArticleSource, packSource } from '../article-records.js';
import { GrowableUint32Array } from '../growable-array.js';
import type { IndexPart } from './part.js';

/** Packs the files of articles one behind the other. */
export class RecordCollector {
  private bytes = new Uint8Array(1 << 16);
  private readonly ends = new GrowableUint32Array();
  private length = 0;

  add(source: ArticleSource): void {
    const record = packSource(source);
    const end = this.length + record.length;
    if (end > this.bytes.length) {
      const larger = new Uint8Array(Math.max(end, this.bytes.length * 2));
      larger.set(this.bytes);
      this.bytes = larger;
    }
    this.bytes.set(record, this.length);
    this.length = end;
    this.ends.push(end);
  }

  finish(): IndexPart['records'] {
    return { bytes: this.bytes.slice(0, this.length), ends: this.ends.toArray() };
  }
}
