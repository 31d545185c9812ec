import type { Texts } from '../texts.js';
import { number } from './wording.js';

export const reasons: Texts['reasons'] = {
  places: {
    title: 'im Titel',
    queryWords: 'in den Suchbegriffen',
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
  related: (found, asked) => `${found} (gleichbedeutend mit ${asked})`,
  spelling: (found, asked) => `${found} (du hast ${asked} geschrieben)`,
  phrase: (found) => `„${found}“`,
  andMore: (found, more) => `${found} und ${number(more)} weitere`,
};
