import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createLogger } from '../../src/log.js';
import { createMetrics } from '../../src/operating/metrics.js';
import { createObserver } from '../../src/operating/observe.js';
import { startTracing, type Tracing } from '../../src/operating/tracing.js';
import { type Scene, startScene } from '../support/bot.js';
import { logLines } from '../support/lines.js';
import { type OtlpCollector, type ReceivedSpan, startOtlpCollector } from '../support/otlp-collector.js';

const silent = createLogger('silent');

describe('traces', () => {
  let collector: OtlpCollector;
  let tracing: Tracing;
  let scene: Scene;
  beforeAll(async () => {
    collector = await startOtlpCollector();
    const environment = {
      OTEL_EXPORTER_OTLP_ENDPOINT: collector.url,
      OTEL_EXPORTER_OTLP_HEADERS: 'x-tenant=web-ops',
      OTEL_SERVICE_NAME: 'kb-bot',
      OTEL_RESOURCE_ATTRIBUTES: 'deployment.environment=test',
      OTEL_BSP_SCHEDULE_DELAY: '50',
    };
    tracing = (await startTracing(environment, '1.2.3', silent)) ?? expect.fail('no traces');
    const observer = createObserver(createMetrics({ version: '0', transport: 'socket' }), tracing);
    scene = await startScene({ watching: { observer } });
  });
  afterAll(async () => {
    await scene.end();
    await tracing.close();
    await collector.close();
  });

  async function spanOf(name: string, fits: (span: ReceivedSpan) => boolean = () => true): Promise<ReceivedSpan> {
    const find = () => collector.spans.find((span) => span.name === name && fits(span));
    await expect.poll(find, { timeout: 10_000 }).toBeDefined();
    return find() ?? expect.fail(name);
  }

  it('hold the lookup within the request', async () => {
    await scene.slack.as('ana').command('/kb', '401.5', '#incident-4711');
    const request = await spanOf('request command');
    const lookup = await spanOf('lookup', ({ parentSpanId }) => parentSpanId === request.spanId);
    expect(request).toMatchObject({ parentSpanId: undefined, failed: false });
    expect(request.attributes['substatus.reference']).toMatch(/^[A-Z2-9]{4}-[A-Z2-9]{4}$/);
    expect(lookup).toMatchObject({
      traceId: request.traceId,
      attributes: { 'substatus.surface': 'command', 'substatus.outcome': 'answer' },
    });
  });

  it('hold the call to Slack within the request, and how it went', async () => {
    scene.slack.failNext('chat.postMessage', { error: 'msg_too_long' });
    await scene.slack.as('ana').post('#incident-4711', '@Substatus 401.5');
    const request = await spanOf('request mention');
    const refused = await spanOf('slack chat.postMessage', ({ failed }) => failed);
    const taken = await spanOf('slack chat.postMessage', ({ failed }) => !failed);
    for (const span of [refused, taken]) expect(span).toMatchObject({ parentSpanId: request.spanId });
    expect(refused.attributes).toMatchObject({ 'slack.result': 'refused', 'slack.error': 'msg_too_long' });
    expect(taken.attributes).toMatchObject({ 'slack.method': 'chat.postMessage', 'slack.result': 'ok' });
  });

  it('say where they come from as the environment says, and carry its headers', async () => {
    await spanOf('request command');
    expect(collector.resource).toMatchObject({
      'service.name': 'kb-bot',
      'service.version': '1.2.3',
      'deployment.environment': 'test',
    });
    expect(collector.headers).toMatchObject({ 'x-tenant': 'web-ops' });
  });

  it('hold no question, channel or person', () => {
    expect(collector.spans.length).toBeGreaterThan(3);
    expect(JSON.stringify(collector.spans)).not.toMatch(/401|incident|[CU]0/);
  });
});

describe('startTracing', () => {
  it.each([
    ['no address is given', {}],
    ['the address is empty', { OTEL_EXPORTER_OTLP_ENDPOINT: '' }],
    ['traces are switched off', { OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:4318', OTEL_TRACES_EXPORTER: 'none' }],
    ['all is switched off', { OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:4318', OTEL_SDK_DISABLED: 'true' }],
  ])('traces nothing when %s', async (_, environment) => {
    expect(await startTracing(environment, '0', silent)).toBeNull();
  });

  it('tells in the log that a collector is away, and goes on', async () => {
    const { to, lines } = logLines();
    const away = 'http://127.0.0.1:9/v1/traces';
    process.env.OTEL_EXPORTER_OTLP_TIMEOUT = '200';
    process.env.OTEL_EXPORTER_OTLP_TRACES_ENDPOINT = away;
    const tracing = await startTracing({ OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: away }, '0', createLogger('warn', { to }));
    await tracing?.request('command', 'AAAA-BBBB', async () => {});
    await tracing?.close();
    expect(lines).toMatchObject([{ level: 40, msg: 'traces could not be sent' }]);
  });
});
