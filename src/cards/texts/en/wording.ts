import { wordingOf } from '../wording.js';

export const { number, count, date } = wordingOf('en-GB', { day: 'numeric', month: 'short', year: 'numeric' });
