import { mrkdwn } from '../../mrkdwn.js';
import type { Texts } from '../texts.js';

export const followUp: Texts['followUp'] = {
  notHelped: mrkdwn`Das hat nicht geholfen. Wie weiter?`,
  notHelpedWords: 'Dieser Artikel hat nicht geholfen. Wähle, wie es weitergeht.',
  nobodySet: mrkdwn`Es ist niemand eingetragen, der gerufen wird. Frage in diesem Channel, und lass die Gruppe in den Einstellungen des Bots eintragen.`,
  needsPerson: (group, who) => mrkdwn`${group} ${who} braucht Hilfe: Die Wissensbasis hat hier nicht gereicht.`,
  tried: (article) => `Versucht: ${article}`,
  fixed: (who, article) => mrkdwn`*Gelöst.* ${who} sagt: ${article} war die Lösung.`,
  fixedBy: (article) => `Gelöst durch ${article}`,
  somebody: 'Jemand',
  someArticle: 'der Artikel',
};
