import { mrkdwn } from '../../mrkdwn.js';
import type { Texts } from '../texts.js';
import { count, number } from './wording.js';

export const home: Texts['home'] = {
  title: 'Substatus beantwortet IIS-Fehler',
  about: mrkdwn`Frage mit einem Fehlercode, in eigenen Worten oder mit einer Zeile aus dem Log. Die Antwort sagt, was der Fehler bedeutet, woher er kommt, was ihn behebt und in welchem Artikel das steht. Passt kein Artikel, sagt sie das.`,
  alone: mrkdwn`Unter *Nachrichten* liest niemand sonst, was du fragst.`,
  commonCodes: 'Häufige Codes',
  recent: 'Deine letzten Fragen',
  recentEmpty: 'Was du fragst, kommt hierher. Niemand sonst sieht diese Liste; ein Neustart des Bots leert sie.',
  recentPress:
    'Drücke eine, um sie wieder zu stellen. Niemand sonst sieht diese Liste; ein Neustart des Bots leert sie.',
  week: 'Diese Woche am meisten gesucht',
  weekEmpty: 'In den letzten sieben Tagen wurde kein Code gesucht.',
  codeTimes: (code, times) => `${code} (${number(times)})`,
  unanswered: 'Fragen ohne Antwort',
  unansweredAbout:
    'In den letzten sieben Tagen in Channels gefragt; Namen werden nicht behalten, und was unter „Nachrichten“ gefragt wird, ist nicht dabei. Ein Artikel dazu beantwortet sie für alle.',
  unansweredEmpty: 'Jede Frage, die in den letzten sieben Tagen in einem Channel gestellt wurde, hat eine Antwort.',
  occasions: (occasions) => (occasions === 1 ? 'einmal gefragt' : `bei ${number(occasions)} Gelegenheiten gefragt`),
  health: 'Wie es dem Bot geht',
  connected: 'Mit Slack verbunden.',
  notConnected: 'Es gibt keine Verbindung zu Slack: Fragen kommen gerade nicht an.',
  broken: (files) =>
    `${count(files, 'Artikeldatei hat', 'Artikeldateien haben')} Fehler: ausgelassen, oder aus der letzten guten Fassung beantwortet. substatus check nennt sie.`,
  stale: 'Geänderte Artikel sind gerade nicht lesbar; die bisherigen antworten weiter.',
  store: {
    up: 'Der Speicher antwortet.',
    away: 'Der Speicher ist nicht erreichbar, darum steht hier nicht, was diese Woche gefragt wurde. Fragen werden trotzdem beantwortet.',
    none: 'Es gibt keinen Speicher: Was gefragt wird, bleibt nicht in Erinnerung.',
  },
  articles: (articles) => count(articles, 'Artikel', 'Artikeln'),
  answersFrom: (articles) => mrkdwn`Antwortet aus ${articles}.`,
  answersFromRead: (articles, moment) => mrkdwn`Antwortet aus ${articles}, zuletzt gelesen ${moment}.`,
  moment: '{date_short_pretty} um {time}',
};
