import type { Texts } from '../texts.js';
import { ago, count, number } from './wording.js';

export const feedback: Texts['feedback'] = {
  fixed: (times, people) => {
    const often = times === 1 ? 'War einmal die Lösung' : `War ${number(times)}-mal die Lösung`;
    return people === times ? often : `${often} für ${count(people, 'Person', 'Personen')}`;
  },
  last: (times, isYou, age) =>
    `${times === 1 ? '' : 'zuletzt '}bei ${isYou ? 'dir' : 'jemandem aus dem Team'} ${ago(age) ?? 'gerade eben'}`,
  notHelped: (people, isFirst) => `${isFirst ? 'Hat' : 'hat'} ${count(people, 'Person', 'Personen')} nicht geholfen`,
  movedUp: (people) => `aufgerückt: war für ${count(people, 'Person', 'Personen')} die Lösung`,
  saidAlready: 'Das hast du schon gemeldet. Es zählt nur einmal.',
  changed: 'Vorher hattest du gemeldet, dass es die Lösung war. Das zählt jetzt nicht mehr.',
  notKept:
    'Deine Rückmeldung wurde nicht gespeichert: Meine Datenbank antwortet gerade nicht. Klicke in ein paar Minuten noch einmal auf den Button. Alles andere funktioniert.',
};
