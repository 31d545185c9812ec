import { wordingOf } from '../wording.js';

export const { number, count, date } = wordingOf('de-DE', { dateStyle: 'medium' });
