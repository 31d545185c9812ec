import fc from 'fast-check';
import { expect, it } from 'vitest';
import { packRecord, recordOf, unpackSource } from '../../src/search/article-records.js';
import { RecordCollector } from '../../src/search/build/record-collector.js';

const source = fc.record({
  path: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }).map((path) => path.replaceAll('\0', '')),
  bytes: fc.uint8Array({ maxLength: 300 }),
});

it('gives back every file that was packed, wherever its record is', () => {
  fc.assert(
    fc.property(fc.array(source, { minLength: 1, maxLength: 30 }), (sources) => {
      const collector = new RecordCollector();
      for (const one of sources) collector.add(one);
      const { bytes, ends } = collector.finish();
      const offsets = Uint32Array.from([0, ...ends]);
      for (const [article, { path, bytes: own }] of sources.entries()) {
        const { start, end, place } = recordOf(offsets, article);
        const unpacked = unpackSource(bytes.subarray(start, end), place);
        expect(unpacked.path).toBe(path);
        expect(Buffer.from(unpacked.bytes).equals(own)).toBe(true);
      }
    }),
  );
});

it('refuses a record of which a byte was altered', () => {
  const record = packRecord([{ path: 'a.md', bytes: Buffer.from('Article: S10001') }]);
  for (let at = 0; at < record.length; at++) {
    const altered = Uint8Array.from(record);
    altered[at] = (altered[at] ?? 0) ^ 1;
    expect(() => unpackSource(altered, 0)).toThrow('a packed article was altered');
  }
});
