import { actingAnswers } from './acting.js';
import { readingAnswers } from './reading.js';
import { troubleAnswers } from './trouble.js';
import type { Answers } from './types.js';
import { writingAnswers } from './writing.js';

/** What the page can ask for. */
export const answers: Answers = { ...readingAnswers, ...writingAnswers, ...actingAnswers, ...troubleAnswers };
