import { describe, expect, it } from 'vitest';
import { answerCard } from '../../src/cards/answer-card.js';
import { articleModal } from '../../src/cards/article.js';
import { slackLimits } from '../../src/cards/limits.js';
import { searchModal } from '../../src/cards/search-modal.js';
import { german } from '../../src/cards/texts/de/german.js';
import { english } from '../../src/cards/texts/en/english.js';
import { languages, type Texts, textsIn } from '../../src/cards/texts/texts.js';
import { article, goodAnswer, keepAlives, paragraph, section } from '../support/example-answers.js';

/** Every text of a catalogue by its path; texts with values are made with values that stand out. */
function all(value: unknown, path = ''): Map<string, string> {
  if (typeof value === 'string') return new Map([[path, value]]);
  if (typeof value === 'function') return new Map([[path, String(value(...sample(path)))]]);
  const parts = Object.entries(value ?? {}).flatMap(([name, part]) => [
    ...all(part, path === '' ? name : `${path}.${name}`),
  ]);
  return new Map(parts);
}

const counted =
  /(?:moreSteps|moreLines|moreCodes|moreParts|digest\.more|occasions|broken|otherMatches|home\.articles|settings\.minutes|notices\.busy(?:Channel)?)$/;

/** Which values a text takes is known by its name alone: numbers where it counts, else words. */
function sample(path: string): unknown[] {
  if (/codeTimes$/.test(path)) return ['FIRST', 7];
  if (/digest\.title$/.test(path)) return ['2002-09-16', '2002-09-22'];
  if (/digest\.counts$/.test(path)) return [42, 7];
  if (/updated$|notes\.on$/.test(path)) return ['2002-09-27'];
  if (/range|part$/.test(path)) return [7, 11, 12];
  if (/andMore$/.test(path)) return ['FIRST', 7];
  if (/tooLong$/.test(path)) return [3_012, 3_000];
  if (/notes\.(?:more|all|count|isCut)$/.test(path)) return [7];
  if (/canAlsoBe$/.test(path)) return ['FIRST', 'SECOND', 7];
  if (/feedback\./.test(path)) return [7, 4, 180_000];
  if (counted.test(path)) return [7];
  return ['FIRST', 'SECOND'];
}

type Made = (...values: unknown[]) => unknown;

/** Every text that is made with values, by its path. */
function made(value: unknown, path = ''): Map<string, Made> {
  if (typeof value === 'function') return new Map([[path, value as Made]]);
  if (typeof value !== 'object' || value === null) return new Map();
  return new Map(
    Object.entries(value).flatMap(([name, part]) => [...made(part, path === '' ? name : `${path}.${name}`)]),
  );
}

/** What could stand in a value's place. */
function others(value: unknown): unknown[] {
  if (typeof value === 'number') return [0, 1, 2, 9, 1_234_567];
  return [/^\d{4}-/.test(String(value)) ? '2003-11-04' : 'OTHER'];
}

describe.each(languages)('the texts in the language %s', (language) => {
  const texts = all(textsIn(language));

  it('all say something, on one line', () => {
    for (const [path, text] of texts) expect(`${path}: ${text}`).toMatch(/^[\w .'-]+: \S.*$/);
  });

  it('hold the values that are put into them', () => {
    for (const [path, text] of texts) expect(`${path}: ${text}`).not.toMatch(/undefined|NaN|\[object/);
  });

  it('fit where they stand', () => {
    for (const [path, text] of texts) {
      if (path.startsWith('buttons.')) expect(text.length, path).toBeLessThanOrEqual(30);
      if (/^notes\.(?:all|add|edit|delete|confirm\.(?:delete|keep))$/.test(path))
        expect(text.length, path).toBeLessThanOrEqual(30);
      if (/^search\.title$|^settings\.title$|^notes\.(?:title|newTitle|editTitle|save)$/.test(path))
        expect(text.length, path).toBeLessThanOrEqual(slackLimits.viewTitle);
    }
  });
});

describe('the German texts', () => {
  it('are German', () => {
    const [en, de] = [all(english), all(german)];
    const same = [...en].filter(([path, text]) => de.get(path) === text).map(([path]) => path);
    expect(same).toEqual([
      'article.headings.status',
      'codes.kinds.http',
      'codes.kinds.hresult',
      'codes.kinds.ntstatus',
      'codes.kinds.sqlstate',
      'home.codeTimes',
      'settings.change',
      'settings.fromTo',
    ]);
  });

  it('show each value that the English ones show, and no other', () => {
    const [en, de] = [made(english), made(german)];
    expect([...de.keys()]).toEqual([...en.keys()]);
    for (const [path, inEnglish] of en) {
      const values = sample(path).slice(0, inEnglish.length);
      const differs = (text: Made, changed: unknown[]) => String(text(...changed)) !== String(text(...values));
      for (const [index, value] of values.entries()) {
        for (const other of others(value)) {
          const changed = values.with(index, other);
          const inGerman = de.get(path) ?? expect.fail(path);
          expect([path, other, differs(inGerman, changed)]).toEqual([path, other, differs(inEnglish, changed)]);
        }
      }
    }
  });

  it('count and date as German does', () => {
    expect(german.article.moreSteps(1)).toBe('… 1 weiterer Schritt unter „Ganzer Artikel“.');
    expect(german.article.moreSteps(1_234)).toBe('… 1.234 weitere Schritte unter „Ganzer Artikel“.');
    expect(german.article.updated('2002-09-07')).toBe('Stand 07.09.2002');
    expect(english.article.moreSteps(1)).toBe('… 1 more step in Full article.');
    expect(english.article.moreSteps(1_234)).toBe('… 1,234 more steps in Full article.');
    expect(english.article.updated('2002-01-07')).toBe('updated 7 Jan 2002');
  });

  it('show a day that no calendar has as it is written', () => {
    expect(german.article.updated('2002-13-45')).toBe('Stand 2002-13-45');
  });
});

describe('a catalogue', () => {
  it('with a text too few or too many does not compile', () => {
    const { next: _, ...others } = german.buttons;
    // @ts-expect-error a text is missing
    const short: Texts['buttons'] = others;
    // @ts-expect-error a text that English does not have
    const long: Texts['buttons'] = { ...german.buttons, unheardOf: 'Unerhört' };
    expect([short, long]).toHaveLength(2);
  });
});

describe('a German card', () => {
  it('has buttons that do what the English ones do', () => {
    const actions = (texts: Texts) =>
      answerCard(texts, goodAnswer, { private: true }).blocks.flatMap((block) =>
        block.type === 'actions' ? block.elements.map((one) => ({ ...one, text: null })) : [],
      );
    expect(actions(german)).toEqual(actions(english));
  });

  it('names the sections that have no name of their own, and leaves the others theirs', () => {
    const shown = articleModal(
      german,
      article({
        id: 'Q1',
        title: 'T',
        sections: [
          section('cause', 'CAUSE', paragraph('because')),
          section('resolution', '', paragraph('do this')),
          section('workaround', 'WORKAROUNDS FOR FARMS', paragraph('do that')),
          section('other', 'HISTORY', paragraph('once')),
        ],
      }),
      { question: '' },
    );
    const text = JSON.stringify(shown);
    for (const name of ['URSACHE', 'LÖSUNG', 'WORKAROUNDS FOR FARMS', 'HISTORY']) expect(text).toContain(`"${name}"`);
    expect(text).not.toContain('"CAUSE"');
  });

  it('leaves the words of the article and of the code tables as they are', () => {
    const [en, de] = [english, german].map((texts) => JSON.stringify(answerCard(texts, goodAnswer).blocks));
    for (const words of ['ERROR_ACCESS_DENIED', keepAlives.title]) {
      expect(en).toContain(words);
      expect(de).toContain(words);
    }
  });

  it('has windows with German labels', () => {
    expect(searchModal(german, {}).title.text).toBe('IIS-Fehler suchen');
    expect(articleModal(german, keepAlives, { question: '' }).close?.text).toBe('Schließen');
  });
});
