import { mrkdwn } from '../../mrkdwn.js';
import type { Texts } from '../texts.js';

export const search: Texts['search'] = {
  title: 'IIS-Fehler suchen',
  noMatch: mrkdwn`*Nichts Passendes gefunden.* Frage mit anderen Worten, oder wähle einen Artikel.`,
  question: 'Frage',
  questionHint: 'Ein Fehlercode, eigene Worte oder eine Zeile aus dem Log',
  pick: 'Oder wähle einen Artikel',
  pickPlaceholder: 'Code, Nummer oder Titel eingeben',
  nothingAsked: 'Wähle einen Artikel, oder gib eine Frage ein.',
  tryOther: 'Nichts Passendes gefunden. Versuche es mit einem Code (401.5), einer Fehlermeldung oder weniger Wörtern.',
  didYouMean: (question) => `Nichts Passendes gefunden. Meintest du: ${question}?`,
};
