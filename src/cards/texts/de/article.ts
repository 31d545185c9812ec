import type { Texts } from '../texts.js';
import { buttons } from './buttons.js';
import { count, date, number } from './wording.js';

const fullArticle = `„${buttons.fullArticle}“`;

export const article: Texts['article'] = {
  headings: {
    symptoms: 'SYMPTOME',
    cause: 'URSACHE',
    resolution: 'LÖSUNG',
    workaround: 'PROBLEMUMGEHUNG',
    status: 'STATUS',
    'more-information': 'WEITERE INFORMATIONEN',
    references: 'VERWEISE',
    summary: 'ZUSAMMENFASSUNG',
  },
  appliesTo: 'GILT FÜR',
  details: 'EINZELHEITEN',
  products: 'Produkte',
  versions: 'Versionen',
  operatingSystems: 'Betriebssysteme',
  keywords: 'Schlüsselwörter',
  errorCodes: 'Fehlercodes',
  queryWords: 'Suchbegriffe',
  sources: 'Quellen',
  updated: (isoDate) => `Stand ${date(isoDate)}`,
  andMore: (first, more) => `${first} und ${number(more)} weitere`,
  also: (each) => `Auch für ${each}`,
  alsoVersion: (versions, id) => `Version ${versions}: ${id}`,
  alsoOtherVersions: (id) => `andere Versionen: ${id}`,
  part: (part, parts) => `Teil ${part} von ${parts}`,
  continues: `… weiter unter ${fullArticle}.`,
  moreSteps: (steps) => `… ${count(steps, 'weiterer Schritt', 'weitere Schritte')} unter ${fullArticle}.`,
  moreLines: (lines) => `… ${number(lines)} weitere unter ${fullArticle}`,
  hasWorkaround: `Unter ${fullArticle} steht auch eine Problemumgehung.`,
  saysNotWhatFor: (id) => `In ${id} steht nicht, wofür der Artikel gilt.`,
  isFor: (id, what) => `${id} gilt für: ${what}`,
  hasNoMore: (id) => `${id} enthält keine weiteren Informationen.`,
  moreFrom: (id, title) => `Weitere Informationen aus ${id}: ${title}`,
};
