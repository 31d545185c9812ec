import type { SearchField } from '../../../search/types.js';
import { number } from './wording.js';

const places: Record<SearchField | 'declared' | 'note', string> = {
  title: 'in the title',
  queryWords: 'in its query words',
  symptoms: 'in the symptoms',
  cause: 'in the cause',
  resolution: 'in the resolution',
  summary: 'in the summary',
  body: 'in the text',
  declared: 'among its codes',
  note: 'in a note of your team',
};

/** Why an article matched: `NTLM (you wrote nltm) in the title`. */
export const reasons = {
  places,
  id: (id: string) => `you asked for ${id}`,
  family: (found: string, asked: string) => `${found} (not ${asked} itself)`,
  related: (found: string, asked: string) => `${found} (used like ${asked})`,
  spelling: (found: string, asked: string) => `${found} (you wrote ${asked})`,
  phrase: (found: string) => `“${found}”`,
  andMore: (found: string, more: number) => `${found} and ${number(more)} more`,
};
