import type { Texts } from '../texts.js';
import { number } from './wording.js';

export const reasons: Texts['reasons'] = {
  places: {
    title: 'im Titel',
    queryWords: 'in den Suchwörtern',
    symptoms: 'in den Symptomen',
    cause: 'in der Ursache',
    resolution: 'in der Lösung',
    summary: 'in der Zusammenfassung',
    body: 'im Text',
    declared: 'unter seinen Codes',
    note: 'in einer Notiz eures Teams',
  },
  id: (id) => `du hast nach ${id} gefragt`,
  family: (found, asked) => `${found} (nicht ${asked} selbst)`,
  related: (found, asked) => `${found} (gebraucht wie ${asked})`,
  spelling: (found, asked) => `${found} (du schriebst ${asked})`,
  phrase: (found) => `„${found}“`,
  andMore: (found, more) => `${found} und ${number(more)} mehr`,
};
