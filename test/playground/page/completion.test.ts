import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Completable,
  commandIn,
  completed,
  completionsFor,
  triggerAt,
  wordFor,
} from '../../../src/playground/page/composer/completion.js';
import { channelNamed } from './message.js';

const person = { botId: null, appId: null, isAdmin: false, isOwner: false, locale: 'en-US' };
const from: Completable = {
  commands: [{ command: '/kb', description: 'Look up', usageHint: '[401.5]' }],
  shortcuts: [
    { type: 'global', name: 'Search IIS errors', callbackId: 'search', description: '' },
    { type: 'message', name: 'Look up this error', callbackId: 'message', description: '' },
  ],
  users: [
    { ...person, id: 'U0ANA', name: 'ana', realName: 'Ana Lima' },
    { ...person, id: 'U0BEN', name: 'ben', realName: 'Ben Osei' },
    { ...person, id: 'U0BOT', name: 'Substatus', realName: 'Substatus', botId: 'B0', appId: 'A0' },
  ],
  channels: [channelNamed('web-ops'), channelNamed('new-web'), channelNamed('Substatus', { kind: 'im' })],
  members: ['U0BEN', 'U0BOT'],
};

function offered(text: string): (string | null)[] {
  const trigger = triggerAt(text, text.length);
  return trigger === null ? [] : completionsFor(trigger, from).map(wordFor);
}

describe('completion', () => {
  it('offers commands and global shortcuts at the very beginning only', () => {
    expect(offered('/')).toEqual(['/kb', null]);
    expect(offered('/k')).toEqual(['/kb']);
    expect(offered('see /k')).toEqual([]);
    expect(offered('/kb ')).toEqual([]);
  });

  it('offers people by name or last name, those in the channel first', () => {
    expect(offered('@')).toEqual(['@ben', '@Substatus', '@ana']);
    expect(offered('thanks @os')).toEqual(['@ben']);
    expect(offered('@here')).toEqual(['@here']);
  });

  it('offers channels, those that begin so first, and no DMs', () => {
    expect(offered('in #web')).toEqual(['#web-ops', '#new-web']);
    expect(offered('#sub')).toEqual([]);
  });

  it('leaves addresses and code alone', () => {
    expect(offered('ana@be')).toEqual([]);
    expect(offered('`<user @be')).toEqual([]);
    expect(offered('`code` @be')).toEqual(['@ben']);
  });

  it('puts the word in, with a space after it unless a comma follows, and leaves the rest', () => {
    const text = 'hi @be, and more';
    const trigger = triggerAt(text, 6);
    expect(trigger && completed(text, trigger, '@ben')).toEqual({ text: 'hi @ben, and more', cursor: 7 });
    const last = triggerAt('hi @be', 6);
    expect(last && completed('hi @be', last, '@ben')).toEqual({ text: 'hi @ben ', cursor: 8 });
  });

  it('replaces the word under the cursor and nothing else', () => {
    fc.assert(
      fc.property(
        fc.string(),
        fc.constantFrom('@', '#'),
        fc.stringMatching(/^[a-z]{0,5}$/),
        fc.string(),
        (start, sign, word, rest) => {
          const before = `${start.replaceAll('`', '')} `;
          const text = `${before}${sign}${word} ${rest}`;
          const trigger = triggerAt(text, before.length + 1 + word.length);
          expect(trigger).toMatchObject({ query: word, start: before.length });
          if (trigger !== null) expect(completed(text, trigger, '@ben').text).toBe(`${before}@ben ${rest}`);
        },
      ),
    );
  });

  it('knows the command whose words are being typed', () => {
    expect(commandIn('/kb 40', from.commands)?.usageHint).toBe('[401.5]');
    expect(commandIn('/kb', from.commands)).toBeNull();
    expect(commandIn('/other 1', from.commands)).toBeNull();
  });
});
