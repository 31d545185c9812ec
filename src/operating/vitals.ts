import { Gauge, type Registry } from 'prom-client';

/** What stands now, read when somebody asks for it. */
export interface Vitals {
  ready: boolean;
  connected: boolean;
  tokenRefused: boolean;
  requestsInFlight: number;
  postsWaiting: number;
  postsWaitingLongest: number;
  articles: number;
  /** Milliseconds since 1970. */
  indexMade: number;
  brokenArticles: number;
  indexStale: boolean;
  storeUp: boolean;
  writesWaiting: number;
}

const gauges: Record<string, { help: string; value: (vitals: Vitals) => number }> = {
  substatus_ready: {
    help: '1 while /readyz says that questions are taken.',
    value: ({ ready }) => Number(ready),
  },
  substatus_slack_connected: {
    help: '1 while requests of Slack can arrive: the socket stands, or the HTTP server listens.',
    value: ({ connected }) => Number(connected),
  },
  substatus_slack_token_refused: {
    help: '1 while Slack refuses the token of the bot or of the app.',
    value: ({ tokenRefused }) => Number(tokenRefused),
  },
  substatus_requests_in_flight: {
    help: 'Requests that are being worked on.',
    value: ({ requestsInFlight }) => requestsInFlight,
  },
  substatus_posts_waiting: {
    help: 'Messages that wait for their turn, over all channels.',
    value: ({ postsWaiting }) => postsWaiting,
  },
  substatus_posts_waiting_longest: {
    help: 'Messages that wait for their turn in the channel where most do.',
    value: ({ postsWaitingLongest }) => postsWaitingLongest,
  },
  substatus_index_articles: {
    help: 'Articles that can be found.',
    value: ({ articles }) => articles,
  },
  substatus_index_age_seconds: {
    help: 'Since the index was made or last brought up to date, which happens when an article changes.',
    value: ({ indexMade }) => (Date.now() - indexMade) / 1000,
  },
  substatus_index_broken_articles: {
    help: 'Files with errors: left out, or answered from their last good version.',
    value: ({ brokenArticles }) => brokenArticles,
  },
  substatus_index_stale: {
    help: '1 while articles cannot be read again, so that changes are not taken up.',
    value: ({ indexStale }) => Number(indexStale),
  },
  substatus_store_up: {
    help: '1 while the store answers.',
    value: ({ storeUp }) => Number(storeUp),
  },
  substatus_store_writes_waiting: {
    help: 'Lookups that are not written down yet.',
    value: ({ writesWaiting }) => writesWaiting,
  },
};

/** Makes the gauges of what stands now. @returns what sets them */
export function vitalGauges(registry: Registry): (vitals: Vitals) => void {
  const made = Object.entries(gauges).map(([name, { help, value }]) => ({
    gauge: new Gauge({ name, help, registers: [registry] }),
    value,
  }));
  return (vitals) => {
    for (const { gauge, value } of made) gauge.set(value(vitals));
  };
}
