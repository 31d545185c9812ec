import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blocksWithin } from '../../src/article/blocks-within.js';
import { parseArticle } from '../../src/article/parse-article.js';
import { Article, type Block } from '../../src/article/types.js';
import { missingLines } from '../support/missing-lines.js';

/** Lines that mean something to the parser, and pieces of them, so that random files reach every branch. */
const line = fc.oneof(
  fc.constantFrom(
    '---',
    'title: "Q1234: x"',
    'codes: [401.5',
    'Article: Q1234',
    '\tArticle: Q1234',
    'DOCUMENT:Q1234  1-JAN-2000  [x]',
    'TITLE   :x',
    'SYMPTOMS',
    '========',
    '-----',
    '1. one',
    '   a. two',
    '   - three',
    '* four',
    '\t* five',
    'NOTE:',
    'WARNING: hot',
    '      code;',
    'a   b   c',
    '----  ----',
    'The information in this article applies to:',
    'Additional query words: one',
    '='.repeat(70),
    'Keywords          : kbone',
    '{% raw %}',
    '',
    '',
  ),
  fc.string({ maxLength: 90 }),
);
const anyLines = fc.array(line, { maxLength: 60 }).map((lines) => lines.join('\n'));

describe('any content', () => {
  it('never throws, and gives an article or an error', () => {
    const source = fc.oneof(anyLines, fc.string({ unit: 'binary' }), fc.uint8Array());
    fc.assert(
      fc.property(source, (content) => {
        const { article, diagnostics } = parseArticle(content, 'any.md');
        if (article === null) expect(diagnostics.some(({ severity }) => severity === 'error')).toBe(true);
        else expect(Article.parse(article)).toEqual(article);
      }),
      { numRuns: 500 },
    );
  });

  it('has every line number within the file', () => {
    fc.assert(
      fc.property(anyLines, (content) => {
        const source = `---\ntitle: "Q1: t"\n---\nArticle: Q1\n${content}`;
        const { article, diagnostics } = parseArticle(source, 'any.md');
        const blocks = article?.sections.flatMap((section) => blocksWithin(section.blocks)) ?? [];
        const numbers = [...diagnostics, ...(article?.sections ?? []), ...blocks].map((one) => one.line);
        for (const number of numbers) expect(number >= 1 && number <= source.split('\n').length).toBe(true);
      }),
    );
  });

  it.each([
    ['markers on one line', '- '.repeat(200_000)],
    ['nested lists', Array.from({ length: 900 }, (_, depth) => `${' '.repeat(depth * 2)}- x`).join('\n')],
    ['remarks', `${'* x\n'.repeat(100_000)}y`],
    ['rules', 'x\n---\n'.repeat(100_000)],
    ['backticks', '`a '.repeat(200_000)],
    ['columns', 'a   b\n'.repeat(100_000)],
    ['spaces', `a${' '.repeat(900_000)}b`],
    ['query words', 'Additional query words:\n'.repeat(40_000)],
    ['footers', `${'='.repeat(70)}\nKeywords :\n`.repeat(10_000)],
    ['a footer field', `${'='.repeat(40)}\nKeywords : a\n${'x\n'.repeat(400_000)}`],
    ['footer fields', `${'='.repeat(40)}\nKeywords : a\n${'Ab : x\n'.repeat(100_000)}`],
    ['fields of front matter', `---\n${Array.from({ length: 70_000 }, (_, n) => `k${n}: v`).join('\n')}\n---\n`],
    ['notes', 'NOTE:\n\n'.repeat(100_000)],
    ['front matter', `---\n${'a: b\n'.repeat(100_000)}`],
    ['brackets', `---\ntitle: ${'['.repeat(5_000)}\n---\n`],
  ])('takes time in proportion to its size: %s', (_, content) => {
    const source = content.startsWith('---') ? content : `Article: Q1\n\nCAUSE\n=====\n\n${content}`;
    const start = performance.now();
    parseArticle(source, 'big.md');
    expect(performance.now() - start).toBeLessThan(5_000);
  });
});

const word = fc.stringMatching(/^[a-z]{2,9}$/);
const sentence = fc.array(word, { minLength: 3, maxLength: 40 }).map((words) => `X${words.join(' ')}.`);

/** Wraps a text at 80 columns behind `first`, the other lines behind as many spaces. */
function wrapped(text: string, first: string): string {
  const lines = [first];
  for (const part of text.split(' ')) {
    const last = lines.at(-1) ?? '';
    if (last.length + part.length > 78) lines.push(`${' '.repeat(first.length)}${part} `);
    else lines[lines.length - 1] = `${last}${part} `;
  }
  return lines.map((one) => one.trimEnd()).join('\n');
}

type Part = { type: Block['type']; text: string };

function part(type: Block['type'], text: fc.Arbitrary<string>): fc.Arbitrary<Part> {
  return text.map((one) => ({ type, text: one }));
}

const items = fc.array(sentence, { minLength: 2, maxLength: 5 });
const parts = fc.array(
  fc.oneof(
    part(
      'paragraph',
      sentence.map((text) => wrapped(text, '')),
    ),
    part(
      'list',
      items.map((all) => all.map((text, index) => wrapped(text, `${index + 1}. `)).join('\n\n')),
    ),
    part(
      'list',
      items.map((all) => all.map((text) => wrapped(text, '- ')).join('\n')),
    ),
    part(
      'note',
      sentence.map((text) => wrapped(`NOTE: ${text}`, '')),
    ),
    part(
      'heading',
      word.map((text) => `X${text}\n${'-'.repeat(text.length + 1)}`),
    ),
    part(
      'code',
      fc.array(sentence, { minLength: 1, maxLength: 3 }).map((all) => all.map((text) => `    ${text}`).join('\n')),
    ),
  ),
  { maxLength: 8 },
);
const sections = fc.array(fc.tuple(fc.constantFrom('SYMPTOMS', 'CAUSE', 'RESOLUTION', 'MORE INFORMATION'), parts), {
  minLength: 1,
  maxLength: 4,
});

describe('a generated article', () => {
  it('comes back block by block, word by word', () => {
    fc.assert(
      fc.property(sections, (all) => {
        const body = all.map(([name, blocks]) =>
          [`${name}\n${'='.repeat(name.length)}`, ...blocks.map(({ text }) => text)].join('\n\n'),
        );
        const source = `---\ntitle: "S40105: t"\n---\n\nArticle: S40105\n\n${body.join('\n\n')}\n`;
        const { article, diagnostics } = parseArticle(source, 'generated.md');
        expect(diagnostics).toEqual([]);
        expect(article && missingLines(source, article)).toEqual([]);
        expect(article?.sections.map(({ heading }) => heading)).toEqual(all.map(([name]) => name));
        expect(article?.sections.map(({ blocks }) => types(blocks))).toEqual(all.map(([, blocks]) => types(blocks)));
      }),
    );
  });
});

/** Block types in order. Code joins the code or the list before it, and a list the list before it. */
function types(blocks: readonly { type: Block['type'] }[]): string[] {
  const joined: string[] = [];
  for (const { type } of blocks) {
    const before = joined.at(-1);
    const joins =
      (type === 'code' && (before === 'code' || before === 'list')) || (type === 'list' && before === 'list');
    if (!joins) joined.push(type);
  }
  return joined;
}
