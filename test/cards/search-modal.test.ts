import { describe, expect, it } from 'vitest';
import { searchModal, searchPlace, suggestionOptions } from '../../src/cards/search-modal.js';
import { english } from '../../src/cards/texts/en/english.js';
import { viewProblems } from '../support/block-kit.js';

describe('searchModal', () => {
  it('has the question in it, as asked', () => {
    expect(JSON.stringify(searchModal(english, { question: '<!here> 401.5' }))).toContain(
      '"initial_value":"<!here> 401.5"',
    );
    expect(JSON.stringify(searchModal(english, {}))).not.toContain('initial_value');
  });

  it('says that there is no good match, where that is known', () => {
    const view = searchModal(english, { question: '503', noMatch: true });
    expect(viewProblems(view)).toEqual([]);
    expect(JSON.stringify(view)).toContain('No good match');
    expect(JSON.stringify(searchModal(english, { question: '503' }))).not.toContain('No good match');
  });

  it('remembers where its answer goes', () => {
    const place = { channel: 'C024BE7LH', threadTs: '1700000000.000100' };
    expect(searchPlace(searchModal(english, { place }).private_metadata ?? '')).toEqual(place);
  });

  it.each(['', 'channel=', 'channel=C1', 'channel=<!here>&thread=1.2', 'thread=1.2', '{"channel":"C1"}'])(
    'knows no place in %j',
    (metadata) => {
      expect(searchPlace(metadata)).toBeNull();
    },
  );
});

describe('suggestionOptions', () => {
  it('keeps the id whole and cuts the title', () => {
    const [option] = suggestionOptions([{ id: 'Q288323', title: 'word '.repeat(40) }]);
    expect(option?.value).toBe('Q288323');
    expect(option?.text.text).toMatch(/^Q288323 {2}word .*…$/);
    expect(option?.text.text.length).toBeLessThanOrEqual(75);
  });
});
