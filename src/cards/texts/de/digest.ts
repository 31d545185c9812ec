import type { Texts } from '../texts.js';
import { count, date } from './wording.js';

export const digest: Texts['digest'] = {
  title: (from, to) => `Fragen ohne Antwort vom ${date(from)} bis ${date(to)}`,
  counts: (lookups, unanswered) =>
    unanswered === 0
      ? `${count(lookups, 'Anfrage', 'Anfragen')}; alle Fragen aus den Channels wurden beantwortet.`
      : `${count(lookups, 'Anfrage', 'Anfragen')}; ${count(unanswered, 'Frage aus den Channels blieb', 'Fragen aus den Channels blieben')} ohne Antwort.`,
  more: (questions) => `${count(questions, 'weitere Frage', 'weitere Fragen')}, siehe substatus report.`,
  about:
    'Namen werden nicht gespeichert. Ein Artikel dazu beantwortet die Frage für alle: substatus new legt einen an.',
};
