import { mrkdwn } from '../../mrkdwn.js';
import type { Texts } from '../texts.js';
import { count } from './wording.js';

export const home: Texts['home'] = {
  title: 'Substatus beantwortet IIS-Fehler',
  about: mrkdwn`Frage mit einem Fehlercode, in eigenen Worten oder mit einer Zeile aus dem Log. Die Antwort sagt, was der Fehler bedeutet, woher er kommt, was ihn behebt und in welchem Artikel das steht. Passt kein Artikel, sagt sie das.`,
  alone: mrkdwn`Unter *Nachrichten* liest niemand sonst, was du fragst.`,
  commonCodes: 'Häufige Codes',
  recent: 'Deine letzten Fragen',
  recentEmpty: 'Was du fragst, kommt hierher. Niemand sonst sieht diese Liste; ein Neustart des Bots leert sie.',
  recentPress:
    'Drücke eine, um sie wieder zu stellen. Niemand sonst sieht diese Liste; ein Neustart des Bots leert sie.',
  articles: (articles) => count(articles, 'Artikel', 'Artikeln'),
  answersFrom: (articles) => mrkdwn`Antwortet aus ${articles}.`,
  answersFromRead: (articles, moment) => mrkdwn`Antwortet aus ${articles}, zuletzt gelesen ${moment}.`,
  moment: '{date_short_pretty} um {time}',
};
