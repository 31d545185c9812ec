import type { Texts } from '../texts.js';

export const buttons: Texts['buttons'] = {
  fullArticle: 'Ganzer Artikel',
  moreInformation: 'Weitere Informationen',
  appliesTo: 'Gilt für',
  otherMatches: (others) => `Weitere Treffer (${others})`,
  fixed: 'Das war die Lösung',
  notHelped: 'Hat nicht geholfen',
  share: 'Im Channel teilen',
  previous: 'Zurück',
  next: 'Weiter',
  show: 'Anzeigen',
  nextMatch: 'Nächster Treffer',
  searchAgain: 'Neu suchen',
  askPerson: 'Jemanden fragen',
  search: 'Suchen',
  cancel: 'Abbrechen',
  close: 'Schließen',
  save: 'Speichern',
  ofChannel: 'Einstellungen des Channels',
  ofWorkspace: 'Einstellungen des Workspace',
  reset: 'Zurücksetzen',
};
