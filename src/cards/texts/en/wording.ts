import { wordingOf } from '../wording.js';

export const { number, count, date, ago } = wordingOf('en-GB', { day: 'numeric', month: 'short', year: 'numeric' });
