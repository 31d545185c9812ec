import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createLookup } from '../../src/lookup/lookup.js';
import { createNoteIndex } from '../../src/lookup/note-index.js';
import { buildIndex } from '../../src/search/build-index.js';
import { sketch, smallBase } from '../search/fixture-articles.js';
import { hostileNote, hostileText } from '../support/hostile-articles.js';
import { note } from '../support/notes.js';

const lookup = createLookup(
  buildIndex([...smallBase, { ...sketch({ id: 'S90001', title: 'Counters read zero' }), versions: ['4.0'] }]),
);

function indexOf(...notes: ReturnType<typeof note>[]) {
  const index = createNoteIndex();
  for (const one of notes) index.put(one);
  return index;
}

describe('an index of notes', () => {
  const index = indexOf(
    note({ article: 'S10001', text: 'On web-07 it was the load balancer, which kept old cookies.' }),
    note({ article: 'S10002', text: 'the disk was full' }),
  );
  const found = (question: string) => index.matching(question).map(({ article }) => article);

  it.each([
    ['load balancer web-07', ['S10001']],
    ['WEB07 or web-07?', []],
    ['web-07', ['S10001']],
    ['load balancers on web-07 again', ['S10001']],
    ['disks full', ['S10002']],
    ['balancer', []],
    ['disk', []],
    ['load balancer certificate expired yesterday renewal', []],
    ['was it the', []],
    ['', []],
    ['load balancer web-07 '.repeat(100), []],
  ])('finds for %j %j', (question, articles) => {
    expect(found(question)).toEqual(articles);
  });

  it('gives the best note of each article, three articles at the most', () => {
    const many = ['S1', 'S2', 'S3', 'S4', 'S4'].map((article) => note({ article, text: 'load balancer' }));
    expect(
      indexOf(...many, note({ article: 'S4', text: 'load balancer web-07' })).matching('load balancer web-07'),
    ).toEqual([
      { article: 'S4', words: ['load', 'balancer', 'web-07'] },
      { article: 'S1', words: ['load', 'balancer'] },
      { article: 'S2', words: ['load', 'balancer'] },
    ]);
  });

  it('follows edits and deletions', () => {
    const [one, other] = [note({ created: 1 }), note({ created: 2, text: 'it was DNS' })];
    const changing = indexOf(one, other);
    expect(changing.about('S40105')).toEqual([other, one]);
    changing.put({ ...one, text: 'a cable', edited: { by: 'U1', at: 3 } });
    expect(changing.matching('load balancer web-07')).toEqual([]);
    changing.keepOnly(new Set([one.id]));
    expect(changing.about('S40105').map(({ text }) => text)).toEqual(['a cable']);
    changing.keepOnly(new Set());
    expect([changing.about('S40105'), changing.characters]).toEqual([[], 0]);
  });

  it('takes any text', () => {
    fc.assert(
      fc.property(fc.array(hostileNote, { maxLength: 6 }), hostileText, (notes, question) => {
        const hostile = createNoteIndex();
        for (const one of notes) hostile.put(one);
        expect(hostile.matching(question).length).toBeLessThanOrEqual(3);
        hostile.keepOnly(new Set());
        expect(hostile.characters).toBe(0);
      }),
    );
  });
});

describe('a lookup with notes', () => {
  const ask = (question: string, ...notes: ReturnType<typeof note>[]) =>
    lookup.ask(question, { notes: indexOf(...notes) });

  it('finds an article by a note alone, for the person who asked only, and says why', () => {
    const question = 'load balancer web-07';
    expect(lookup.ask(question).outcome).toBe('none');
    const answer = ask(question, note({ article: 'S90001' }));
    expect(answer.outcome).toBe('weak');
    expect(answer.matches[0]).toMatchObject({ id: 'S90001', confidence: 0, why: [{ type: 'note', asked: question }] });
    expect(answer.matches[0]?.notes).toHaveLength(1);
    expect(answer.matches[0]?.article.title).toContain('Counters');
  });

  it('never puts a noted article before a sure one', () => {
    const sure = lookup.ask('401.5');
    expect(sure.outcome).toBe('answer');
    const answer = ask('401.5', note({ article: 'S90001', text: 'we had a 401.5 here' }));
    expect(answer.outcome).toBe('answer');
    expect(answer.matches.slice(0, 2).map(({ id }) => id)).toEqual([sure.matches[0]?.id, 'S90001']);
    expect(answer.matches).toHaveLength(sure.matches.length + 1);
  });

  it('adds the reason to a match that the search found as well, once', () => {
    const [best] = lookup.ask('401.5').matches;
    const answer = ask('401.5', note({ article: best?.id ?? '', text: '401.5 was the proxy' }));
    expect(answer.matches.filter(({ id }) => id === best?.id)).toHaveLength(1);
    expect(answer.matches[0]?.why.map(({ type }) => type)).toEqual([
      'note',
      ...(best?.why ?? []).map(({ type }) => type),
    ]);
    expect(answer.matches[0]?.confidence).toBe(best?.confidence);
  });

  it('minds filters, articles that are gone, and the limit', () => {
    expect(ask('load balancer web-07 product:nothing', note({ article: 'S90001' })).matches).toEqual([]);
    expect(ask('load balancer web-07 version:4.0', note({ article: 'S90001' })).matches[0]?.id).toBe('S90001');
    expect(ask('load balancer web-07', note({ article: 'S99999' })).outcome).toBe('none');
    expect(
      lookup.ask('401.5', { limit: 1, notes: indexOf(note({ article: 'S90001', text: '401.5' })) }).matches,
    ).toHaveLength(1);
  });

  it('shows the notes of an article that is asked for by id', () => {
    expect(ask('S90001', note({ article: 'S90001' })).matches[0]?.notes).toHaveLength(1);
    expect(lookup.ask('S90001').matches[0]?.notes).toBeNull();
  });
});
