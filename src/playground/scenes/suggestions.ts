import type { Suggestion } from './types.js';

/** Questions to begin with: each kind that the bot understands, and what else it can do. */
export const suggestions: readonly Suggestion[] = [
  { label: '401.5', text: '/kb 401.5' },
  { label: 'Two codes', text: '/kb 500.19 0x8007000d' },
  {
    label: 'A log line',
    text: '/kb 2026-11-24 08:14:31 192.0.2.11 GET /media/tour.mp4 - 443 - 198.51.100.7 Mozilla/5.0 - 404 3 50 12',
  },
  { label: 'Words', text: '/kb pool identity password changed' },
  { label: 'With a typo', text: '/kb directory browsing forbiden' },
  { label: 'A mention', text: '@Substatus what does 0x80070005 mean on a web.config?' },
  { label: 'Not sure', text: '/kb large upload fails' },
  { label: 'No good match', text: '/kb coffee machine' },
  { label: 'Help', text: '/kb help' },
];
