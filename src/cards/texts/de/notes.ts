import type { Texts } from '../texts.js';
import { count, date, number } from './wording.js';

export const notes: Texts['notes'] = {
  heading: 'NOTIZEN EURES TEAMS',
  by: (name) => `Notiz von ${name}`,
  on: (isoDate) => `am ${date(isoDate)}`,
  somebody: 'jemandem',
  edited: '(bearbeitet)',
  message: 'Nachricht',
  continues: 'weiter unter Notizen.',
  more: (notes) => `… ${number(notes)} weitere unter Notizen.`,
  all: (notes) => `Notizen (${notes})`,
  add: 'Notiz hinzufügen',
  edit: 'Bearbeiten',
  delete: 'Löschen',
  save: 'Speichern',
  title: 'Notizen',
  count: (notes) =>
    notes === 0 ? 'Noch keine Notizen eures Teams' : `${count(notes, 'Notiz', 'Notizen')} eures Teams`,
  newTitle: 'Notiz speichern',
  editTitle: 'Notiz bearbeiten',
  article: 'Artikel',
  text: 'Notiz',
  textHint: 'Alle in diesem Workspace sehen sie auf der Karte des Artikels.',
  textExample: 'Auf web-07 war es der Loadbalancer',
  isCut: (most) => `Eine Notiz fasst ${number(most)} Zeichen, darum fehlt das Ende der Nachricht.`,
  hasNoSecrets: (mark) => `Passwörter und Token aus der Nachricht wurden entfernt; dort steht jetzt ${mark}.`,
  confirm: {
    title: 'Diese Notiz löschen?',
    text: 'Sie verschwindet für alle und lässt sich nicht wiederherstellen.',
    delete: 'Löschen',
    keep: 'Behalten',
  },
  isSaved: 'Die Notiz ist gespeichert.',
  isSavedWithoutSecret: (mark) =>
    `Die Notiz ist gespeichert. Ein Passwort oder Token darin wurde entfernt; dort steht jetzt ${mark}.`,
  isDeleted: 'Die Notiz ist gelöscht.',
  isGone: 'Jemand hat diese Notiz inzwischen gelöscht.',
  isNotYours: 'Diese Notiz kann nur ändern, wer sie geschrieben hat oder Admin ist.',
  failed:
    'Das hat nicht geklappt, weil die Notizen gerade nicht erreichbar sind. Versuche es in einer Minute noch einmal.',
  refusals: {
    empty: 'Schreibe, was das Team wissen soll.',
    tooLong: (length, most) => `Eine Notiz fasst ${number(most)} Zeichen; deine hat ${number(length)}.`,
    noArticle: 'Diesen Artikel gibt es nicht mehr. Wähle einen anderen.',
    gone: 'Jemand hat diese Notiz inzwischen gelöscht. Kopiere deinen Text, und füge ihn als neue Notiz hinzu.',
    away: 'Die Notiz ist noch nicht gespeichert, weil die Notizen gerade nicht erreichbar sind. Dein Text ist noch da: Speichere ihn in einer Minute noch einmal.',
    noStore:
      'Hier kann ich keine Notizen speichern. Kopiere deinen Text, und wende dich an das Team, das mich betreibt.',
  },
  noStore:
    'Hier kann ich keine Notizen speichern, weil ich ohne Datenbank laufe. Wende dich an das Team, das mich betreibt.',
};
