import { mrkdwn } from '../../mrkdwn.js';
import type { Texts } from '../texts.js';
import { count } from './wording.js';

export const answer: Texts['answer'] = {
  notSure: mrkdwn`*Nicht sicher.* Dieser Artikel passt am ehesten. Vergleiche erst die Symptome, bevor du danach vorgehst.`,
  notSureOf: (words) => `Nicht sicher, am ehesten passt: ${words}`,
  moreCodes: (codes) => `${count(codes, 'weiterer Code', 'weitere Codes')} in der Frage`,
  sharedBy: (who) => mrkdwn`Geteilt von ${who}`,
  asked: (question) => `Frage: ${question}`,
  matched: (why) => `Gefunden: ${why}`,
  noMatch: mrkdwn`*Nichts Passendes gefunden.* Kein Artikel der Wissensbasis beantwortet das. Versuche es mit dem Fehlercode, dem Text der Fehlermeldung oder einer Zeile aus dem Log.`,
  noMatchFor: (question) =>
    question === '' ? 'Nichts Passendes gefunden' : `Nichts Passendes gefunden für: ${question}`,
  lookedAmong: (what: string) => `Nur in Artikeln zu ${what} gesucht`,
  didYouMean: mrkdwn`Meintest du vielleicht`,
  closest: mrkdwn`Am ehesten passen diese Artikel; sie können aber auch etwas anderes behandeln:`,
  noOthers: 'Keine weiteren Treffer',
  range: (from, to, of) => `Treffer ${from} bis ${to} von ${of}`,
};
