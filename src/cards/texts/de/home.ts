import { mrkdwn } from '../../mrkdwn.js';
import type { Texts } from '../texts.js';
import { count, number } from './wording.js';

export const home: Texts['home'] = {
  title: 'Substatus beantwortet IIS-Fehler',
  about: mrkdwn`Frage mit einem Fehlercode, in eigenen Worten oder mit einer Zeile aus dem Log. In der Antwort steht, was der Fehler bedeutet, woran er liegt, wie er sich beheben lässt und aus welchem Artikel das stammt. Passt kein Artikel, steht auch das da.`,
  alone: mrkdwn`Unter *Nachrichten* sieht niemand sonst, was du fragst.`,
  commonCodes: 'Häufige Codes',
  recent: 'Deine letzten Fragen',
  recentEmpty: 'Hier erscheinen deine Fragen. Nur du siehst diese Liste; ein Neustart des Bots leert sie.',
  recentPress:
    'Klicke auf eine Frage, um sie noch einmal zu stellen. Nur du siehst diese Liste; ein Neustart des Bots leert sie.',
  week: 'Diese Woche am häufigsten gesucht',
  weekEmpty: 'In den letzten sieben Tagen wurde kein Code gesucht.',
  codeTimes: (code, times) => `${code} (${number(times)})`,
  unanswered: 'Fragen ohne Antwort',
  unansweredAbout:
    'In den letzten sieben Tagen in Channels gefragt. Namen werden nicht gespeichert, und Fragen unter „Nachrichten“ sind nicht dabei. Ein Artikel dazu beantwortet die Frage für alle.',
  unansweredEmpty: 'In den letzten sieben Tagen wurden alle Fragen aus den Channels beantwortet.',
  occasions: (occasions) => (occasions === 1 ? 'einmal gefragt' : `bei ${number(occasions)} Gelegenheiten gefragt`),
  health: 'Zustand des Bots',
  connected: 'Mit Slack verbunden.',
  notConnected: 'Keine Verbindung zu Slack: Fragen kommen gerade nicht an.',
  broken: (files) =>
    `${count(files, 'Artikeldatei hat', 'Artikeldateien haben')} Fehler. Es gilt jeweils die letzte fehlerfreie Fassung, wenn es eine gibt. substatus check nennt die Fehler.`,
  stale: 'Geänderte Artikel lassen sich gerade nicht einlesen; es gilt weiter der bisherige Stand.',
  store: {
    up: 'Die Datenbank antwortet.',
    away: 'Die Datenbank ist nicht erreichbar, darum steht hier nicht, was diese Woche gefragt wurde. Fragen werden trotzdem beantwortet.',
    none: 'Es gibt keine Datenbank: Fragen werden nicht gespeichert.',
  },
  articles: (articles) => count(articles, 'Artikel', 'Artikeln'),
  answersFrom: (articles) => mrkdwn`Antwortet aus ${articles}.`,
  answersFromRead: (articles, moment) => mrkdwn`Antwortet aus ${articles}, zuletzt gelesen ${moment}.`,
  moment: '{date_short_pretty} um {time}',
};
