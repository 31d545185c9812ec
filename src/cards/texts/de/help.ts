import { mrkdwn } from '../../mrkdwn.js';
import type { Texts } from '../texts.js';

export const help: Texts['help'] = {
  title: mrkdwn`*Frage mit einem Fehlercode, in eigenen Worten oder mit einer Zeile aus dem Log*`,
  words: (command) =>
    `Frage ${command} mit einem Fehlercode, in eigenen Worten oder mit einer Zeile aus dem Log, zum Beispiel ${command} 401.5`,
  examples: {
    status: 'ein HTTP-Status mit Unterstatus',
    windowsError: 'ein Windows-Fehlercode, hexadezimal oder dezimal',
    words: 'eigene Worte, am besten auf Englisch',
    logLine: 'eine Zeile aus dem Log des Webservers',
    id: 'die Nummer eines Artikels',
  },
  bot: 'den Bot',
  inThreads: (bot) =>
    mrkdwn`Erwähne in einem Thread ${bot}, oder wähle *Look up this error* im Menü einer Nachricht: Slash-Befehle funktionieren dort nicht.`,
  narrow: mrkdwn`Grenze eine Frage ein mit \`product:iis\`, \`version:4.0\` oder \`id:Q288323\`.`,
  again: (command) => mrkdwn`\`${command} help\` zeigt diese Hilfe, \`${command} settings\` die Einstellungen.`,
};
