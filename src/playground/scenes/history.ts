import type { SeedMessage } from '../server/types.js';

/** What people said before one came in, so that the channels do not look new. Nobody asked the bot yet. */
export const history: readonly SeedMessage[] = [
  {
    ...{ channel: '#web-ops', who: 'deploybot', minutesAgo: 1490 },
    text: ':white_check_mark: CHG-2274 done on web01 to web04: TLS 1.0 and 1.1 are off.',
    reactions: { tada: ['ben', 'chloe'] },
  },
  {
    ...{ channel: '#web-ops', who: 'ben', minutesAgo: 1466 },
    text: 'No calls about it so far. One printer in the warehouse wants its old TLS back, it gets a proxy.',
    replies: [{ who: 'ana', text: 'Of course it is a printer', minutesAgo: 1460, reactions: { joy: ['chloe'] } }],
  },
  {
    ...{ channel: '#web-ops', who: 'chloe', minutesAgo: 230 },
    text: 'web05 is racked and patched. It gets the shop first, before it takes traffic.',
  },
  {
    ...{ channel: '#web-ops', who: 'ana', minutesAgo: 224, reactions: { '+1': ['ben', 'chloe'] } },
    text: 'I put *Substatus* in here and in #incident-4711. It knows IIS codes and reads log lines; `/kb help` says how.',
  },
  {
    ...{ channel: '#incident-4711', who: 'ana', minutesAgo: 1210 },
    text: 'Handover: nothing open. Certificate of `api.example.com` runs out in 12 days, ticket is with me.',
    reactions: { pray: ['ben'] },
  },
  {
    ...{ channel: '#incident-4711', who: 'ben', minutesAgo: 700 },
    text: 'web03 paged for disk, 92 %. Old traces, deleted. Quiet since.',
    replies: [
      { who: 'chloe', text: 'Failed request traces again?', minutesAgo: 694 },
      { who: 'ben', text: 'Yes, 40 GB of them. I turned them off on all four.', minutesAgo: 691 },
    ],
  },
  {
    ...{ channel: '#incident-4711', who: 'chloe', minutesAgo: 65 },
    text: 'Coffee is on, my shift. If something breaks, break it slowly please :coffee:',
  },
  {
    ...{ channel: '#watercooler', who: 'ben', minutesAgo: 1330 },
    text: 'Whoever left the orange cable across the aisle: I found it. With my foot.',
    reactions: { eyes: ['ana'], ambulance: ['chloe'] },
  },
  { channel: '#watercooler', who: 'chloe', text: 'Lunch at the Thai place? Leaving at 12:15', minutesAgo: 305 },
  {
    ...{ channel: '#war-room', who: 'ana', minutesAgo: 2880 },
    text: 'For incidents with customer data only. No bots in here; `/kb` works all the same, and its buttons too.',
  },
];
