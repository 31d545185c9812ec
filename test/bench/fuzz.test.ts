import { beforeAll, describe, expect, it } from 'vitest';
import { takeSteps } from '../../bench/fuzz/steps.js';
import { trickyQuestion } from '../../bench/fuzz/tricky-questions.js';
import { loadKnowledgeBase } from '../../src/cli/knowledge-base.js';

/** `npm run bench:fuzz` asks 100,000 of them, and measures how long they take. */
const questions = 400;

describe('questions that nobody would ask', () => {
  let take: ReturnType<typeof takeSteps>;
  beforeAll(async () => {
    take = takeSteps((await loadKnowledgeBase([])).lookup);
  });

  it(`break nothing that the bot does with a text (${questions} of them)`, () => {
    for (let number = 0; number < questions; number += 1) {
      expect(() => take(trickyQuestion(number)), `question #${number}`).not.toThrow();
    }
  }, 60_000);

  it('are the same for the same number', () => {
    expect(trickyQuestion(7)).toBe(trickyQuestion(7));
    expect(new Set(Array.from({ length: 50 }, (_, number) => trickyQuestion(number))).size).toBeGreaterThan(45);
  });
});
