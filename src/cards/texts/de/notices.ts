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
      ? mrkdwn`Ich wurde unterbrochen, als ich dir antworten wollte. Siehst du keine Antwort, frage oder drücke bitte noch einmal.`
      : mrkdwn`Ich wurde unterbrochen, als ich dir in ${channel} antworten wollte. Siehst du dort keine Antwort, frage oder drücke bitte noch einmal.`,
  interruptedWords:
    'Ich wurde unterbrochen, als ich dir antworten wollte. Siehst du keine Antwort, frage oder drücke bitte noch einmal.',
  busy: (seconds) =>
    `Gerade wird mehr gefragt, als ich beantworten kann. Frage bitte in ${seconds} Sekunden noch einmal.`,
  busyChannel: (seconds) =>
    `Hier warten schon so viele Antworten, dass sich keine mehr anstellen kann: Slack nimmt eine pro Sekunde an. Frage bitte in ${seconds} Sekunden noch einmal, oder mit /kb, das wartet nicht.`,
  outdated: 'Diese Karte ist von einer anderen Version des Bots, ihr Knopf geht nicht mehr. Bitte frage noch einmal.',
  lastMatch: 'Das war der letzte Treffer.',
  articleIsGone: (id) =>
    `Den Artikel ${id} gibt es in der Wissensbasis nicht mehr. Frage noch einmal, um zu finden, was es gibt.`,
  moreParts: (parts) =>
    `${count(parts, 'weiterer Teil passt', 'weitere Teile passen')} hier nicht hin. Drücke „${buttons.fullArticle}“, um in einem Fenster weiterzulesen.`,
  pressedTooLate: 'Das Fenster kam zu spät. Drücke den Knopf noch einmal.',
  shortcutTooLate: 'Das Fenster kam zu spät. Rufe es noch einmal auf, oder frage mich hier.',
  noTextInMessage:
    'In dieser Nachricht steht kein Text, nach dem ich suchen kann. Kopiere den Fehler daraus, und frage mit /kb.',
  cannotWriteThere:
    'Dort kann ich nicht schreiben, darum siehst nur du diese Antwort. Lade mich in den Channel ein, dann antworte ich in seinen Threads.',
  answerIsHere: 'Wo du gefragt hast, kann ich nicht schreiben, darum ist die Antwort hier.',
  aboutParent: {
    'not allowed':
      'Ich kann den Anfang dieses Threads nicht lesen. Erwähne mich mit dem Fehler selbst, etwa 401.5, oder bitte einen Admin um die optionalen Rechte channels:history und groups:history.',
    'no text':
      'Am Anfang dieses Threads steht kein Text, nach dem ich suchen kann. Erwähne mich mit dem Fehler selbst, etwa 401.5 oder einer Zeile aus dem Log.',
  },
};
