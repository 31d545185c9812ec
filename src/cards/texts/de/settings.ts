import type { SettingName } from '../../../settings.js';
import { type Mrkdwn, mrkdwn } from '../../mrkdwn.js';
import type { Texts } from '../texts.js';
import { count } from './wording.js';

const names: Record<SettingName, string> = {
  answers: 'Antworten',
  product: 'Nur Artikel zu diesem Produkt',
  version: 'Nur Artikel zu dieser Version',
  codes: 'Was beantwortet wird',
  codePause: 'Pause für einen Code',
  threadPause: 'Pause in einem Thread',
  ask: 'Wen „Jemanden fragen“ ruft',
  unfurl: 'Vorschau von Links in Antworten',
  language: 'Sprache der Karten',
  digest: 'Wohin der Wochenüberblick geht',
};

export const settings: Texts['settings'] = {
  title: 'Einstellungen',
  names,
  ofChannel: (channel: Mrkdwn) =>
    mrkdwn`*Einstellungen von ${channel}.* Was hier nicht gesetzt ist, gilt wie im Workspace.`,
  ofWorkspace: mrkdwn`*Einstellungen des Workspace.* Sie gelten in jedem Channel, der keine eigenen hat.`,
  answersTo: { channel: 'im Channel, für alle', private: 'nur für die Person, die fragt' },
  answeredTo: { asked: 'was man den Bot fragt', exact: 'auch Nachrichten mit einem genauen Code' },
  previews: { true: 'zeigen', false: 'nicht zeigen' },
  minutes: (minutes: number) => count(minutes, 'Minute', 'Minuten'),
  all: 'alle',
  nobody: 'niemand',
  asStarted: 'wie beim Start des Bots',
  asInWorkspace: (value: string) => `Wie im Workspace: ${value}`,
  byDefault: (value: string) => `${value} (Standard)`,
  hints: {
    emptyInChannel: 'Leer: wie im Workspace. „alle“ heißt: jeder Artikel.',
    empty: 'Leer: jeder Artikel.',
    codes:
      'Für genaue Codes muss der Bot im Channel sein, und die App braucht Nachrichten-Ereignisse, die ein Admin ergänzt (siehe README).',
    codePause: 'So lange keine zweite Antwort zum selben Code im Channel, wenn niemand den Bot gefragt hat.',
    threadPause: 'So lange keine zweite Antwort zu irgendeinem Code im Thread, wenn niemand den Bot gefragt hat.',
    digest:
      'Jeden Montag die Fragen dieses Workspace ohne Antwort. Dazu den Bot in den Channel einladen. Leer: wie beim Start des Bots, sonst nirgends.',
    group: 'Ihre Id, etwa S0123456789. Sie geht der Person vor. Beides leer: wie sonst.',
  },
  group: 'Oder welche Nutzergruppe gerufen wird',
  notThat: 'Das lässt sich hier nicht setzen. Kürzer schreiben oder leer lassen.',
  notAGroup: 'Die Id einer Nutzergruppe angeben: S und dann Buchstaben und Ziffern.',
  resetTitle: 'Alles zurücksetzen?',
  resetText: 'Was hier gesetzt war, wird aufgegeben. Die Liste der Änderungen bleibt.',
  onlyAdmins: mrkdwn`Nur Admins und Eigentümer des Workspace können das ändern.`,
  onlyAdminsAndCreator: (creator: Mrkdwn) =>
    mrkdwn`Nur Admins und Eigentümer des Workspace und ${creator}, von dem dieser Channel stammt, können das ändern.`,
  onlyAdminsAndUnknownCreator: mrkdwn`Nur Admins und Eigentümer des Workspace können das ändern, und wer den Channel angelegt hat; wer das ist, sagt Slack mir nicht.`,
  rightUnknown: mrkdwn`Gerade kann das niemand ändern: Slack sagt mir nicht, wer Admin ist. Noch einmal versuchen; bleibt es so, muss ein Admin der App die Rechte users:read, channels:read und groups:read geben.`,
  mayNot: 'Das darfst du nicht ändern. Nichts wurde gespeichert.',
  rightNotKnown:
    'Slack sagt mir nicht, ob du das ändern darfst. Nichts wurde gespeichert; bitte noch einmal versuchen.',
  noStore: mrkdwn`Dieser Bot merkt sich nichts, also lässt sich nichts einstellen.`,
  cannotRead: 'Die Einstellungen lassen sich gerade nicht lesen. Bitte gleich noch einmal versuchen.',
  notSaved: 'Das ließ sich nicht speichern, und nichts wurde geändert. Bitte gleich noch einmal versuchen.',
  changes: mrkdwn`*Letzte Änderungen*`,
  noChanges: mrkdwn`Niemand hat hier etwas geändert.`,
  change: (who: Mrkdwn, what: Mrkdwn) => mrkdwn`${who} – ${what}`,
  fromTo: (name: string, values: string) => `${name} – ${values}`,
  notSet: 'nicht gesetzt',
  tooLate: 'Das Fenster kam nicht rechtzeitig. Bitte den Befehl noch einmal tippen.',
};
