import { delimiter } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ConfigError, mentionsSlack, readConfig, readEncryptionKeys } from '../src/config.js';

const socket = { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xapp-1' };

function messageOf(environment: Record<string, string>): string {
  try {
    readConfig(environment);
  } catch (error) {
    expect(error).toBeInstanceOf(ConfigError);
    return (error as ConfigError).message;
  }
  throw new Error('readConfig accepted it');
}

describe('readConfig', () => {
  it('needs two tokens for Socket Mode and has defaults for the rest', () => {
    expect(readConfig(socket)).toEqual({
      botToken: 'xoxb-1',
      oauth: null,
      transport: { type: 'socket', appToken: 'xapp-1', healthPort: null, host: '0.0.0.0' },
      apiUrl: null,
      knowledgeBase: null,
      index: null,
      ask: null,
      retentionMs: 365 * 24 * 60 * 60 * 1000,
      digest: null,
      logLevel: 'info',
    });
  });

  it('reads for how long questions are kept, and where the digest goes', () => {
    const set = readConfig({ ...socket, SUBSTATUS_RETENTION: '30d', SUBSTATUS_DIGEST: 'C0123456789' });
    expect([set.retentionMs, set.digest]).toEqual([30 * 24 * 60 * 60 * 1000, 'C0123456789']);
  });

  it.each(['0d', '30', '4w', 'forever', '3651d', '-1d'])('does not keep questions for %s', (SUBSTATUS_RETENTION) => {
    expect(messageOf({ ...socket, SUBSTATUS_RETENTION })).toMatch(/SUBSTATUS_RETENTION is wrong: it must be .* 90d/);
  });

  it.each(['#web-ops', 'web-ops', 'U0123456789'])('sends no digest to %s', (SUBSTATUS_DIGEST) => {
    expect(messageOf({ ...socket, SUBSTATUS_DIGEST })).toMatch(/SUBSTATUS_DIGEST is wrong: .* C0123456789/);
  });

  it('reads the signed HTTP transport', () => {
    const http = { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_TRANSPORT: 'http', SLACK_SIGNING_SECRET: 'a secret', PORT: '3000' };
    expect(readConfig(http).transport).toEqual({
      type: 'http',
      signingSecret: 'a secret',
      port: 3000,
      host: '0.0.0.0',
    });
  });

  it('lists everything that is missing or wrong at once, with how to get it', () => {
    const message = messageOf({
      SLACK_BOT_TOKEN: 'xoxp-1',
      SLACK_APP_TOKEN: '',
      SUBSTATUS_ASK: 'web ops',
      LOG_LEVEL: 'loud',
    });
    expect(message).toMatch(/SLACK_BOT_TOKEN is wrong: it must start with xoxb-/);
    expect(message).toMatch(/SLACK_APP_TOKEN is missing\n.*connections:write/);
    expect(message).toMatch(/SUBSTATUS_ASK is wrong/);
    expect(message).toMatch(/LOG_LEVEL is wrong/);
    expect(message).not.toMatch(/SLACK_SIGNING_SECRET/);
  });

  it('never repeats the value of a setting, which may be a secret', () => {
    expect(messageOf({ ...socket, SLACK_BOT_TOKEN: 'my-secret-token' })).not.toContain('my-secret-token');
  });

  it('names an unknown transport', () => {
    expect(messageOf({ ...socket, SLACK_TRANSPORT: 'carrier pigeon' })).toMatch(/SLACK_TRANSPORT is wrong/);
  });

  it('lists what else is wrong beside an unknown transport', () => {
    const message = messageOf({ SLACK_TRANSPORT: 'pigeon', SLACK_BOT_TOKEN: 'xoxp-1', PORT: 'x' });
    expect(message).toMatch(/SLACK_TRANSPORT is wrong.*SLACK_BOT_TOKEN is wrong.*PORT is wrong/s);
  });

  it.each(['x', '-1', '65536', '1e3', '80.5'])('refuses %j as a port', (port) => {
    expect(messageOf({ ...socket, PORT: port })).toContain('PORT is wrong: it must be a port, 0 to 65535');
  });

  it('says that a folder of articles is not there', () => {
    const setting = ['kb-data', '/no/such/folder'].join(delimiter);
    expect(messageOf({ ...socket, SUBSTATUS_KB: setting })).toMatch(/SUBSTATUS_KB is wrong: .*not there/);
    expect(readConfig({ ...socket, SUBSTATUS_KB: 'kb-data' }).knowledgeBase).toBe('kb-data');
  });
});

describe('settings for many workspaces', () => {
  const keys = [Buffer.alloc(32, 1), Buffer.alloc(32, 2)];
  const oauth = {
    SLACK_CLIENT_ID: '1.2',
    SLACK_CLIENT_SECRET: 'client-secret-0123',
    SLACK_STATE_SECRET: 'state-secret-0123',
    SUBSTATUS_ENCRYPTION_KEY: `${keys[0]?.toString('base64')}, ${keys[1]?.toString('hex')}`,
    SLACK_APP_TOKEN: 'xapp-1',
    PORT: '3000',
  };

  it('take the place of the token', () => {
    const config = readConfig({ ...oauth, SUBSTATUS_URL: 'https://kb.example.com/' });
    expect(config).toMatchObject({ botToken: null, transport: { type: 'socket', healthPort: 3000 } });
    expect(config.oauth).toEqual({
      clientId: '1.2',
      clientSecret: 'client-secret-0123',
      stateSecret: 'state-secret-0123',
      keys,
      url: 'https://kb.example.com',
    });
    expect(readConfig(oauth).oauth?.url).toBeNull();
    expect(readEncryptionKeys(oauth)).toEqual(keys);
  });

  it('do not go with a token', () => {
    expect(messageOf({ ...oauth, SLACK_BOT_TOKEN: 'xoxb-1' })).toMatch(/SLACK_BOT_TOKEN is wrong: it must be left out/);
  });

  it.each(Object.keys(oauth))('are said to lack %s', (name) => {
    const message = messageOf({ ...oauth, [name]: '' });
    expect(message).toContain(`${name} is missing`);
    expect(message.match(/is (?:missing|wrong)/g)).toHaveLength(1);
  });

  it.each(['short', 'g'.repeat(64), `${'A'.repeat(43)}=,short`, ' , '])(
    'refuse %j as a key, and say how to make one',
    (key) => {
      const message = messageOf({ ...oauth, SUBSTATUS_ENCRYPTION_KEY: key });
      expect(message).toMatch(
        /SUBSTATUS_ENCRYPTION_KEY is wrong: it must be a key of 32 bytes.*\n.*openssl rand -base64 32/,
      );
    },
  );

  it.each([
    ['kb.example.com', 'address'],
    ['http://kb.example.com', 'this machine'],
    ['ftp://kb.example.com', 'address'],
  ])('refuse %s as the address of the pages', (url, word) => {
    expect(messageOf({ ...oauth, SUBSTATUS_URL: url })).toMatch(
      new RegExp(`SUBSTATUS_URL is wrong: it must .*${word}`),
    );
  });
});

describe('mentionsSlack', () => {
  it('is true as soon as somebody means to connect', () => {
    expect(mentionsSlack({ SLACK_APP_TOKEN: 'xapp-1' })).toBe(true);
    expect(mentionsSlack({ SLACK_TRANSPORT: 'http' })).toBe(true);
    expect(mentionsSlack({ SLACK_APP_TOKEN: '', PORT: '3000' })).toBe(false);
  });
});
