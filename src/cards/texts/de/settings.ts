import type { SettingName } from '../../../settings.js';
import { type Mrkdwn, mrkdwn } from '../../mrkdwn.js';
import type { Texts } from '../texts.js';
import { count } from './wording.js';

const names: Record<SettingName, string> = {
  answers: 'Antworten',
  product: 'Nur Artikel zu diesem Produkt',
  version: 'Nur Artikel zu dieser Version',
  codes: 'Was beantwortet wird',
  codePause: 'Pause je Code',
  threadPause: 'Pause je Thread',
  ask: 'Wen „Jemanden fragen“ ruft',
  unfurl: 'Linkvorschau in Antworten',
  language: 'Sprache der Karten',
  digest: 'Channel für den Wochenüberblick',
};

export const settings: Texts['settings'] = {
  title: 'Einstellungen',
  names,
  ofChannel: (channel: Mrkdwn) =>
    mrkdwn`*Einstellungen für ${channel}.* Was hier nicht festgelegt ist, gilt wie im Workspace.`,
  ofWorkspace: mrkdwn`*Workspace-Einstellungen.* Sie gelten in jedem Channel, der keine eigenen hat.`,
  answersTo: { channel: 'im Channel, für alle', private: 'nur für die Person, die fragt' },
  answeredTo: { asked: 'nur Fragen an den Bot', exact: 'auch Nachrichten mit einem eindeutigen Code' },
  previews: { true: 'anzeigen', false: 'nicht anzeigen' },
  minutes: (minutes: number) => count(minutes, 'Minute', 'Minuten'),
  all: 'alle',
  nobody: 'niemand',
  asStarted: 'wie beim Start des Bots festgelegt',
  asInWorkspace: (value: string) => `Wie im Workspace: ${value}`,
  byDefault: (value: string) => `${value} (Standard)`,
  hints: {
    emptyInChannel: 'Leer: wie im Workspace. „alle“ heißt: jeder Artikel.',
    empty: 'Leer: jeder Artikel.',
    codes:
      'Für eindeutige Codes muss der Bot im Channel sein, und die App braucht Nachrichten-Events, die ein Admin ergänzt (siehe README).',
    codePause: 'So lange kommt im Channel keine zweite Antwort zum selben Code, außer jemand fragt den Bot.',
    threadPause: 'So lange kommt im Thread keine zweite Antwort, egal zu welchem Code, außer jemand fragt den Bot.',
    digest:
      'Jeden Montag die Fragen aus diesem Workspace, die ohne Antwort blieben. Lade den Bot in den Channel ein. Leer: wie beim Start des Bots festgelegt, sonst nirgends.',
    group: 'Ihre ID, etwa S0123456789. Sie hat Vorrang vor der Person. Beides leer: wie sonst auch.',
  },
  group: 'Oder diese Benutzergruppe rufen',
  notThat: 'Das lässt sich hier nicht eintragen. Schreibe weniger, oder lass das Feld leer.',
  notAGroup: 'Gib die ID einer Benutzergruppe an: ein S, dann Buchstaben und Ziffern.',
  resetTitle: 'Alles zurücksetzen?',
  resetText: 'Alles, was hier festgelegt ist, wird gelöscht. Die Liste der Änderungen bleibt.',
  onlyAdmins: mrkdwn`Nur Admins und Inhaber des Workspace können das ändern.`,
  onlyAdminsAndCreator: (creator: Mrkdwn) =>
    mrkdwn`Nur Admins und Inhaber des Workspace können das ändern, außerdem ${creator} (hat diesen Channel angelegt).`,
  onlyAdminsAndUnknownCreator: mrkdwn`Nur Admins und Inhaber des Workspace können das ändern, außerdem die Person, die den Channel angelegt hat; wer das ist, sagt mir Slack nicht.`,
  rightUnknown: mrkdwn`Gerade kann das niemand ändern: Slack sagt mir nicht, wer Admin ist. Versuche es noch einmal; bleibt es dabei, muss ein Admin der App die Berechtigungen users:read, channels:read und groups:read geben.`,
  mayNot: 'Das darfst du nicht ändern. Es wurde nichts gespeichert.',
  rightNotKnown:
    'Slack sagt mir nicht, ob du das ändern darfst. Es wurde nichts gespeichert; versuche es bitte noch einmal.',
  noStore: mrkdwn`Dieser Bot speichert nichts, deshalb lässt sich hier nichts einstellen.`,
  cannotRead: 'Die Einstellungen lassen sich gerade nicht lesen. Versuche es bitte gleich noch einmal.',
  notSaved: 'Das ließ sich nicht speichern, und nichts wurde geändert. Versuche es bitte gleich noch einmal.',
  changes: mrkdwn`*Letzte Änderungen*`,
  noChanges: mrkdwn`Niemand hat hier etwas geändert.`,
  change: (who: Mrkdwn, what: Mrkdwn) => mrkdwn`${who}: ${what}`,
  fromTo: (name: string, values: string) => `${name}: ${values}`,
  notSet: 'nicht festgelegt',
  tooLate: 'Das Fenster ließ sich nicht rechtzeitig öffnen. Gib den Befehl bitte noch einmal ein.',
};
