import { describe, expect, it } from 'vitest';
import { groupQuality, percentile, quality, rankOf } from '../../bench/quality.js';
import type { EvalQuestion } from '../../bench/question-sets.js';

const question: EvalQuestion = { set: 'set', kind: 'kind', query: '', right: ['A', 'B'] };
const nothing: EvalQuestion = { set: 'silent', kind: 'silent', query: '', right: [] };

describe('quality', () => {
  it('ranks by the first right article', () => {
    expect(rankOf(question, ['C', 'B', 'A'])).toBe(2);
    expect(rankOf(question, ['C'])).toBeNull();
  });

  it('takes the mean of the reciprocal ranks of the first ten', () => {
    const runs = [1, 4, 11, null].map((rank) => ({ question, rank }));
    expect(quality(runs)).toEqual({ questions: 4, mrr10: 0.3125, recall1: 0.25, recall3: 0.25, recall10: 0.5 });
  });

  it('groups by set and kind, without what nothing answers', () => {
    const groups = groupQuality([
      { question, rank: 1 },
      { question: nothing, rank: null },
    ]);
    expect(Object.keys(groups)).toEqual(['set', 'set/kind']);
  });

  it('takes the nearest rank as percentile', () => {
    expect([50, 99, 100].map((percent) => percentile([3, 1, 2, 4], percent))).toEqual([2, 4, 4]);
    expect(percentile([], 50)).toBe(0);
  });
});
