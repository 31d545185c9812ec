import type { Texts } from '../texts.js';
import { count, date, number } from './wording.js';

export const digest: Texts['digest'] = {
  title: (from, to) => `Fragen ohne Antwort vom ${date(from)} bis ${date(to)}`,
  counts: (lookups, unanswered) =>
    unanswered === 0
      ? `${count(lookups, 'Anfrage', 'Anfragen')}; jede Frage, die in einem Channel gestellt wurde, hat eine Antwort.`
      : `${count(lookups, 'Anfrage', 'Anfragen')}; ${number(unanswered)} der Fragen in Channels ${unanswered === 1 ? 'hat' : 'haben'} keine Antwort.`,
  more: (questions) => `${count(questions, 'weitere Frage', 'weitere Fragen')} unter substatus report.`,
  about: 'Namen werden nicht behalten. Ein Artikel dazu beantwortet sie für alle: substatus new legt einen an.',
};
