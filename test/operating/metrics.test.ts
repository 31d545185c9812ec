import { describe, expect, it } from 'vitest';
import { boundedNames, errorName } from '../../src/operating/label-names.js';
import { createMetrics } from '../../src/operating/metrics.js';
import { StoreError } from '../../src/store/store-error.js';
import { samplesOf } from '../support/prometheus.js';

describe('createMetrics', () => {
  const metrics = createMetrics({ version: '1.2.3', transport: 'socket' });

  it('counts what it is told, by surface, outcome, method and result', async () => {
    metrics.acked('command', 0.004);
    metrics.lookedUp('command', 'answer', 0.003);
    metrics.called('chat.postMessage', 'refused', 'not_in_channel', 0.1);
    metrics.called('chat.postMessage', 'rate_limited', null, 0.1);
    metrics.error(new StoreError('store-away', 'away'));
    const samples = samplesOf(await metrics.text());
    expect(samples).toMatchObject({
      'substatus_ack_seconds_bucket{le="0.005",surface="command"}': 1,
      'substatus_ack_seconds_bucket{le="0.0025",surface="command"}': 0,
      'substatus_lookups_total{surface="command",outcome="answer"}': 1,
      'substatus_slack_calls_total{method="chat.postMessage",result="refused"}': 1,
      'substatus_slack_calls_total{method="chat.postMessage",result="rate_limited"}': 1,
      'substatus_slack_refusals_total{error="not_in_channel"}': 1,
      'substatus_errors_total{code="store-away"}': 1,
      'substatus_info{version="1.2.3",transport="socket"}': 1,
    });
    expect(samples).toHaveProperty('process_resident_memory_bytes');
    expect(samples).toHaveProperty('nodejs_eventloop_lag_p99_seconds');
  });

  it('makes no series of whatever comes from outside', async () => {
    for (let number = 0; number < 500; number += 1) {
      metrics.called(`made.up${number}`, 'refused', `error_${number}`, 0.01);
      metrics.error(Object.assign(new Error('x'), { code: `code-${number}` }));
    }
    metrics.error(Object.assign(new Error('x'), { code: 'what ana asked: "401.5"\n' }));
    const names = Object.keys(samplesOf(await metrics.text()));
    for (const name of ['substatus_slack_refusals_total', 'substatus_errors_total']) {
      const series = names.filter((one) => one.startsWith(name));
      expect(series.length).toBeLessThanOrEqual(61);
      expect(series.join()).toContain('"other"');
    }
    expect(names.join()).not.toContain('ana');
  });

  it('reads what stands now when it is asked', async () => {
    const vitals = {
      ready: true,
      connected: true,
      tokenRefused: false,
      requestsInFlight: 3,
      postsWaiting: 5,
      postsWaitingLongest: 4,
      articles: 75,
      indexMade: Date.now() - 60_000,
      brokenArticles: 1,
      indexStale: true,
      storeUp: false,
      writesWaiting: 7,
    };
    metrics.watch(async () => vitals);
    expect(samplesOf(await metrics.text())).toMatchObject({
      substatus_ready: 1,
      substatus_requests_in_flight: 3,
      substatus_posts_waiting: 5,
      substatus_posts_waiting_longest: 4,
      substatus_index_articles: 75,
      substatus_index_age_seconds: expect.closeTo(60, -1),
      substatus_index_broken_articles: 1,
      substatus_index_stale: 1,
      substatus_store_up: 0,
      substatus_store_writes_waiting: 7,
    });
    vitals.requestsInFlight = 0;
    expect(samplesOf(await metrics.text())).toHaveProperty('substatus_requests_in_flight', 0);
  });
});

describe('names', () => {
  it('are given back while there are few, and always from then on', () => {
    const name = boundedNames();
    const many = Array.from({ length: 100 }, (_, number) => name(`n${number}`));
    expect(new Set(many).size).toBe(61);
    expect(name('n0')).toBe('n0');
    expect(name('n99')).toBe('other');
  });

  it.each([
    [{ data: { error: 'not_in_channel' }, code: 'slack_webapi_platform_error' }, 'not_in_channel'],
    [{ code: 'ECONNRESET' }, 'ECONNRESET'],
    [{}, 'Error'],
  ])('of an error with %j', (fields, name) => {
    expect(errorName(Object.assign(new Error('x'), fields))).toBe(name);
  });

  it('of no error', () => {
    expect(errorName(undefined)).toBe('none');
  });
});
