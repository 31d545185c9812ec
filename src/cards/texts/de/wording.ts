import { wordingOf } from '../wording.js';

export const { number, count, date, ago } = wordingOf('de-DE', { dateStyle: 'medium' });
