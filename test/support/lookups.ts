import type { NewLookup } from '../../src/store/types.js';

/** A lookup that was answered, with what a test cares about. */
export function asked(about: Partial<NewLookup> = {}): NewLookup {
  return {
    at: Date.now(),
    team: 'T1',
    channel: 'C1',
    thread: null,
    message: null,
    surface: 'command',
    question: '401.5',
    codes: ['401.5'],
    outcome: 'answer',
    article: 'S401-5',
    milliseconds: 1.25,
    ...about,
  };
}
