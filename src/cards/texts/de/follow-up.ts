import { mrkdwn } from '../../mrkdwn.js';
import type { Texts } from '../texts.js';

export const followUp: Texts['followUp'] = {
  notHelped: mrkdwn`Das hat nicht geholfen. Wie geht es weiter?`,
  notHelpedWords: 'Dieser Artikel hat nicht geholfen. Wähle, wie es weitergeht.',
  nobodySet: mrkdwn`Es ist niemand eingetragen, den ich rufen könnte. Frage in diesem Channel, und lass in den Einstellungen des Bots eine Gruppe eintragen.`,
  needsPerson: (group, who) => mrkdwn`${group} ${who} braucht Hilfe: In der Wissensbasis war keine Lösung zu finden.`,
  tried: (article) => `Versucht: ${article}`,
  fixed: (who, article) => mrkdwn`*Gelöst.* ${who} sagt: ${article} war die Lösung.`,
  fixedBy: (article) => `Gelöst durch ${article}`,
  somebody: 'Jemand',
  someArticle: 'der Artikel',
};
