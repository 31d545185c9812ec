import { mrkdwn } from '../../mrkdwn.js';
import type { Texts } from '../texts.js';
import { count } from './wording.js';

export const answer: Texts['answer'] = {
  notSure: mrkdwn`*Nicht sicher.* Dieser Artikel passt am ehesten. Vergleiche die Symptome, bevor du ihm folgst.`,
  notSureOf: (words) => `Nicht sicher, am ehesten passt: ${words}`,
  moreCodes: (codes) => `${count(codes, 'weiterer Code', 'weitere Codes')} in der Frage`,
  sharedBy: (who) => mrkdwn`Geteilt von ${who}`,
  asked: (question) => `Gefragt: ${question}`,
  matched: (why) => `Gefunden: ${why}`,
  noMatch: mrkdwn`*Kein guter Treffer.* Kein Artikel der Wissensbasis beantwortet das. Versuche es mit dem Fehlercode, dem Text der Meldung oder einer Zeile aus dem Log.`,
  noMatchFor: (question) => (question === '' ? 'Kein guter Treffer' : `Kein guter Treffer für: ${question}`),
  lookedAmong: (what: string) => `Gesucht nur unter Artikeln zu: ${what}`,
  didYouMean: mrkdwn`Meintest du`,
  closest: mrkdwn`Am nächsten kommen diese Artikel, die auch von etwas anderem handeln können:`,
  noOthers: 'Keine weiteren Treffer',
  range: (from, to, of) => `Treffer ${from} bis ${to} von ${of}`,
};
