import { count, date, number } from './wording.js';

/** The weekly message about questions without an answer. */
export const digest = {
  title: (from: string, to: string) => `Questions without an answer, ${date(from)} to ${date(to)}`,
  counts: (lookups: number, unanswered: number) =>
    unanswered === 0
      ? `${count(lookups, 'lookup', 'lookups')}; every question that was asked in a channel has an answer.`
      : `${count(lookups, 'lookup', 'lookups')}; ${number(unanswered)} of the questions in channels ${unanswered === 1 ? 'has' : 'have'} no answer.`,
  more: (questions: number) => `${count(questions, 'more question', 'more questions')} in substatus report.`,
  about: 'Names are not kept. An article about one answers it for everybody: substatus new starts one.',
};
