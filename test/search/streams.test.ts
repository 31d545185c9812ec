import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  endOfField,
  endOfStream,
  fieldBreak,
  packStreams,
  readStream,
  StreamReader,
} from '../../src/search/streams.js';

const part = fc.oneof(fc.nat(300), fc.nat(0xfffffffe), fc.constant(fieldBreak));

it('gives every stream back as it was', () => {
  fc.assert(
    fc.property(fc.array(fc.array(part, { maxLength: 20 }), { maxLength: 10 }), (streams) => {
      let end = 0;
      const ends = Uint32Array.from(streams, ({ length }) => {
        end += length;
        return end;
      });
      const packed = packStreams(Uint32Array.from(streams.flat()), ends);
      const into = new Uint32Array(32);
      for (const [article, stream] of streams.entries()) {
        expect([...into.subarray(0, readStream(packed, article, into))]).toEqual(stream);
      }
    }),
  );
});

it('reads no more than there is room for', () => {
  const packed = packStreams(Uint32Array.from([1, 2, 3, 4]), Uint32Array.from([4]));
  const into = new Uint32Array(2);
  expect(readStream(packed, 0, into)).toBe(2);
  expect([...into]).toEqual([1, 2]);
});

it('stops after as many fields as are asked for', () => {
  const packed = packStreams(Uint32Array.from([1, 2, fieldBreak, 3, fieldBreak, 4, fieldBreak]), Uint32Array.from([7]));
  const stream = new StreamReader(packed, 0);
  let read = 0;
  for (let fields = 0; fields < 2; read += 1) if (stream.next() === endOfField) fields += 1;
  expect(read).toBe(5);
  expect([stream.next(), stream.next(), stream.next()]).toEqual([4, endOfField, endOfStream]);
});
