import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createLogger } from '../../src/log.js';
import { withoutSecrets } from '../../src/secrets.js';
import { openStore } from '../../src/store/open-store.js';
import type { Store } from '../../src/store/types.js';
import { type Scene, startScene, visibleText } from '../support/bot.js';
import { planted, secretParts } from '../support/planted-secrets.js';

describe('secrets in pasted texts', () => {
  const log: string[] = [];
  let folder: string;
  let store: Store;
  let scene: Scene;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'substatus-secrets-'));
    store = await openStore({ path: join(folder, 'substatus.db') });
    const logger = createLogger('trace', { to: { write: (line) => log.push(line) } });
    scene = await startScene({ log: logger, store });
  });
  afterAll(async () => {
    await scene.end();
    rmSync(folder, { recursive: true });
  });

  /** What the bot sent, not what people typed. */
  function sent(): string {
    const exchanges = scene.slack.log.map(({ direction, payload, response }) =>
      JSON.stringify(direction === 'from-bot' ? payload : response),
    );
    const messages = [...scene.slack.messages('#incident-4711', { as: 'ana' }), ...scene.slack.messages('@ana')];
    return [
      ...exchanges,
      ...messages.filter(({ bot_id }) => bot_id !== undefined).map((one) => JSON.stringify(one)),
    ].join('\n');
  }

  it.each(Object.entries(planted))('%s is in no card, button, window or line of the log', async (_, secret) => {
    const ana = scene.slack.as('ana');
    const question = `403.14 directory listing denied ${secret}`;
    const { message } = await ana.command('/kb', question, '#incident-4711');
    expect(visibleText(message ?? expect.fail('no answer'))).toContain('403.14');
    await ana.command('/kb', `qqqq zzzz ${secret}`, '#incident-4711');
    await ana.post('#incident-4711', `@Substatus ${question}`);
    await ana.post('@Substatus', question);
    const typed = await ana.post('#incident-4711', question);
    await ana.messageShortcut('kb_lookup_message', typed);
    await scene.settled();
    if (message !== null) await ana.click(message, 'kb:v1:not-helped');
    scene.slack.failNext('chat.postMessage', { error: 'internal_error' });
    await ana.post('#incident-4711', `@Substatus ${question}`);
    await ana.globalShortcut('kb_search_global');
    const view = await scene.slack.waitForView('ana');
    await ana.submit(view, { 'kb:v1:question-text': question });
    await scene.settled();
    expect(sent()).not.toMatch(secretParts);
    expect(log.join('')).not.toMatch(secretParts);
    scene.slack.reset();
  });

  it.each(Object.entries(planted))('%s is in no note, nor in the windows that make one', async (_, secret) => {
    const ana = scene.slack.as('ana');
    const typed = await ana.post('#incident-4711', `403.14 was the load balancer ${secret}`);
    await ana.messageShortcut('kb_save_note', typed);
    const form = await scene.slack.waitForView('ana', ({ callback_id }) => callback_id === 'kb:v1:new-note');
    await ana.submit(form, { 'kb:v1:note-text': `it was the load balancer ${secret}` });
    const { message } = await ana.command('/kb', '403.14 directory listing denied', '#incident-4711');
    expect(visibleText(message ?? expect.fail('no answer'))).toContain('it was the load balancer');
    expect(sent()).not.toMatch(secretParts);
    expect(log.join('')).not.toMatch(secretParts);
    scene.slack.reset();
  });

  it('are in no file of the store', async () => {
    await scene.bot.stop();
    await store.close();
    const files = readdirSync(folder);
    expect(files.length).toBeGreaterThan(0);
    for (const file of files) expect(readFileSync(join(folder, file)).toString('latin1')).not.toMatch(secretParts);
  });
});

describe('the log', () => {
  it.each(Object.entries(planted))('has no %s, wherever in a line it stands', (_, secret) => {
    const lines: string[] = [];
    const log = createLogger('trace', { to: { write: (line) => lines.push(line) } });
    log.error({ err: new Error(`connect failed: ${secret}`, { cause: new Error(secret) }) }, `no way to ${secret}`);
    log.warn({ deep: { list: [{ text: secret }] }, token: secret, headers: { authorization: secret } }, 'x');
    log.info(secret);
    for (const line of lines) expect(() => JSON.parse(line)).not.toThrow();
    expect(lines.join('')).not.toMatch(secretParts);
  });
});

describe('taking secrets out', () => {
  it.each([
    '401.5 ntlm',
    'HTTP Error 500.19 0x8007000d',
    'The token supplied to the function is invalid',
    'password expired 1907',
    'Basic authentication 401.2',
    'secret of the client certificate 403.7',
    'GET /a.aspx?id=7 80 - 10.0.0.1 401 1 2148074254',
    'Negotiate,NTLM on http://web01:8080/app',
    '{01234567-89ab-cdef-0123-456789abcdef} 503',
  ])('leaves %j as it is', (question) => {
    expect(withoutSecrets(question, '•••')).toBe(question);
  });
});
