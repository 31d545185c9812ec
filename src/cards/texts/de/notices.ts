import { mrkdwn } from '../../mrkdwn.js';
import type { Texts } from '../texts.js';
import { buttons } from './buttons.js';
import { count } from './wording.js';

export const notices: Texts['notices'] = {
  error: (reference) =>
    mrkdwn`Bei uns ist etwas schiefgegangen. Versuche es noch einmal; bleibt es dabei, melde die Nummer \`${reference}\`.`,
  errorWords: (reference) =>
    `Bei uns ist etwas schiefgegangen. Versuche es noch einmal; bleibt es dabei, melde die Nummer ${reference}.`,
  interrupted: (channel) =>
    channel === null
      ? mrkdwn`Ich wurde unterbrochen, als ich dir antworten wollte. Siehst du keine Antwort, frage oder klicke bitte noch einmal.`
      : mrkdwn`Ich wurde unterbrochen, als ich dir in ${channel} antworten wollte. Siehst du dort keine Antwort, frage oder klicke bitte noch einmal.`,
  interruptedWords:
    'Ich wurde unterbrochen, als ich dir antworten wollte. Siehst du keine Antwort, frage oder klicke bitte noch einmal.',
  busy: (seconds) =>
    `Gerade kommen mehr Fragen, als ich beantworten kann. Frage bitte in ${count(seconds, 'Sekunde', 'Sekunden')} noch einmal.`,
  busyChannel: (seconds) =>
    `Hier warten schon zu viele Antworten: Slack nimmt nur eine pro Sekunde an. Frage bitte in ${count(seconds, 'Sekunde', 'Sekunden')} noch einmal, oder nimm /kb, das geht ohne Wartezeit.`,
  outdated:
    'Diese Karte stammt von einer anderen Version des Bots, ihr Button funktioniert nicht mehr. Bitte frage noch einmal.',
  lastMatch: 'Das war der letzte Treffer.',
  articleIsGone: (id) =>
    `Den Artikel ${id} gibt es in der Wissensbasis nicht mehr. Frage noch einmal, um einen aktuellen zu finden.`,
  moreParts: (parts) =>
    `${count(parts, 'weiterer Teil passt', 'weitere Teile passen')} hier nicht hin. Klicke auf „${buttons.fullArticle}“, um in einem Fenster weiterzulesen.`,
  pressedTooLate: 'Das Fenster ließ sich nicht rechtzeitig öffnen. Klicke noch einmal auf den Button.',
  shortcutTooLate: 'Das Fenster ließ sich nicht rechtzeitig öffnen. Rufe es noch einmal auf, oder frage mich hier.',
  noTextInMessage:
    'In dieser Nachricht steht kein Text, nach dem ich suchen kann. Kopiere den Fehler heraus, und frage mit /kb.',
  cannotWriteThere:
    'Dort darf ich nicht schreiben, darum siehst nur du diese Antwort. Lade mich in den Channel ein, dann antworte ich in seinen Threads.',
  answerIsHere: 'Wo du gefragt hast, darf ich nicht schreiben, darum bekommst du die Antwort hier.',
  aboutParent: {
    'not allowed':
      'Ich kann den Anfang dieses Threads nicht lesen. Erwähne mich zusammen mit dem Fehler, etwa 401.5, oder bitte einen Admin um die optionalen Berechtigungen channels:history und groups:history.',
    'no text':
      'Am Anfang dieses Threads steht kein Text, nach dem ich suchen kann. Erwähne mich zusammen mit dem Fehler, etwa 401.5 oder einer Zeile aus dem Log.',
  },
};
