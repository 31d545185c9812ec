import fc from 'fast-check';
import type { Article, Block, Inline, ListItem, Section } from '../../src/article/types.js';
import { SectionRole } from '../../src/article/types.js';
import type { FoundCode } from '../../src/codes/types.js';
import { codeKinds } from '../../src/codes/types.js';
import type { Answer, ArticleNote, Experience, MatchReason } from '../../src/lookup/types.js';
import { searchFields } from '../../src/search/types.js';

/** Nothing leads there, because no text that is not an address as a whole may become a link. */
export const hostileHost = 'evil.example';

/** Texts that have broken chat bots, and texts without any shape. */
export const hostileText: fc.Arbitrary<string> = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.lorem({ maxCount: 30 }),
  fc.constantFrom(
    '',
    ' ',
    '\u200b\u2060',
    '<!channel> <!here|here> <!everyone> <!subteam^S1|ops> <@U1> <@W1|x> <#C1|general>',
    '@here @channel @everyone @HERE now',
    '&lt;!channel&gt; &amp;amp; a < b > c && d',
    '*bold* _it_ ~no~ `code` ```block``` > quote\n* list :smile: :80:',
    `<https://${hostileHost}|click> <script>alert(1)</script> <system.webServer>`,
    `[click](https://${hostileHost}) javascript:alert(1) http:// https://${hostileHost}/a|b>c`,
    '\u202eright to left\u202c שלום العربية',
    '👩‍👩‍👧‍👦👍🏽é\u0301\u0000\u001b[31mred\u0007\r\nend',
    'half \ud83d of \udc4d a character',
    'x'.repeat(5_000),
    '👍'.repeat(3_000),
    '&<>'.repeat(1_500),
    'word '.repeat(1_000),
    'line\n'.repeat(700),
  ),
);

const line = fc.constant(1);

const inline: fc.Arbitrary<Inline> = fc.oneof(
  fc.record({ type: fc.constantFrom('text' as const, 'code' as const), text: hostileText }),
  fc.record({ type: fc.constant('reference' as const), text: hostileText, id: fc.constant('Q102716') }),
  fc.record({
    type: fc.constant('url' as const),
    text: hostileText,
    url: fc.oneof(
      hostileText,
      fc.webUrl(),
      fc.constantFrom('ftp://example.com/a', `https://example.com/${'a'.repeat(4_000)}`),
    ),
  }),
);

const { block } = fc.letrec<{ block: Block; blocks: Block[]; item: ListItem; items: ListItem[] }>((tie) => ({
  block: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.record({ type: fc.constant('paragraph' as const), line, inlines: fc.array(inline, { maxLength: 4 }) }),
    fc.record({
      type: fc.constantFrom('heading' as const, 'code' as const, 'table' as const),
      line,
      text: hostileText,
    }),
    fc.record({ type: fc.constant('list' as const), line, ordered: fc.boolean(), items: tie('items') }),
    fc.record({
      type: fc.constant('note' as const),
      line,
      kind: fc.constantFrom('note' as const, 'warning' as const),
      label: fc.oneof(fc.constant('NOTE'), hostileText),
      blocks: tie('blocks'),
    }),
  ),
  blocks: fc.array(tie('block'), { maxLength: 4 }),
  item: fc.record({
    line,
    marker: fc.oneof(fc.constantFrom('1.', '2.', 'a.', '(b)', '-', 'o', '9999999999.', ''), hostileText),
    blocks: tie('blocks'),
  }),
  items: fc.array(tie('item'), { maxLength: 4 }),
}));

const shortText = hostileText.map((text) => `${text.slice(0, 40)} step`);

/** 200 steps, a few with a command: long enough to be cut on every card and to need several pages. */
const manySteps: fc.Arbitrary<Block> = fc.record({ ordered: fc.boolean(), text: shortText, command: shortText }).map(
  ({ ordered, text, command }): Block => ({
    type: 'list',
    line: 1,
    ordered,
    items: Array.from({ length: 200 }, (_, index) => ({
      line: 1,
      marker: `${index + 1}.`,
      blocks: [
        { type: 'paragraph', line: 1, inlines: [{ type: 'text', text: `${index} ${text}` }] },
        ...(index % 7 === 0 ? [{ type: 'code' as const, line: 1, text: command }] : []),
      ],
    })),
  }),
);

/** More sections than a message has blocks. */
const manySections: fc.Arbitrary<Section[]> = shortText.map((text) =>
  Array.from({ length: 120 }, (_, index) => ({
    role: 'other' as const,
    heading: `HEADING ${index}`,
    line: 1,
    blocks: [{ type: 'paragraph' as const, line: 1, inlines: [{ type: 'text' as const, text }] }],
  })),
);

const section: fc.Arbitrary<Section> = fc.record({
  role: fc.constantFrom(...SectionRole.options),
  heading: fc.oneof(fc.constantFrom('CAUSE', 'RESOLUTION', ''), hostileText),
  line,
  blocks: fc.oneof(
    { weight: 12, arbitrary: fc.array(block, { maxLength: 5 }) },
    { weight: 1, arbitrary: manySteps.map((one) => [one]) },
  ),
});

const words = fc.array(hostileText, { maxLength: 4 });

/** Articles with every kind of block, empty and endless, in hostile words. */
export const hostileArticle: fc.Arbitrary<Article> = fc.record({
  id: fc.nat({ max: 10 ** 9 }).map((number) => `Q${number}`),
  title: hostileText.map((text) => (text === '' ? ' ' : text)),
  products: words,
  versions: words,
  operatingSystems: words,
  keywords: words,
  lastModified: fc.constantFrom(null, '2002-01-27'),
  appliesTo: fc.oneof(words, fc.constant(Array.from({ length: 200 }, (_, index) => `Product number ${index}`))),
  sections: fc.oneof(
    { weight: 9, arbitrary: fc.array(section, { maxLength: 6 }) },
    { weight: 1, arbitrary: manySections },
  ),
  queryWords: words,
  codes: words,
  sources: fc.array(fc.oneof(hostileText, fc.webUrl()), { maxLength: 4 }),
  footer: fc.dictionary(fc.oneof(fc.constant('Technology'), hostileText), hostileText, { maxKeys: 3 }),
  path: fc.constant('Q1/README.md'),
});

const nullableText = fc.option(hostileText, { nil: null });

const code: fc.Arbitrary<FoundCode> = fc
  .record({
    kind: fc.constantFrom(...codeKinds),
    code: hostileText,
    text: hostileText,
    others: fc.array(
      fc.record({ kind: fc.constantFrom(...codeKinds), code: hostileText, name: nullableText, meaning: nullableText }),
      { maxLength: 6 },
    ),
    name: nullableText,
    meaning: nullableText,
  })
  .map(({ others, name, meaning, ...found }) => ({
    ...found,
    start: 0,
    end: found.text.length,
    readings: [{ kind: found.kind, code: found.code, name, meaning }, ...others],
  }));

const reason: fc.Arbitrary<MatchReason> = fc.oneof(
  fc.record({ type: fc.constantFrom('id' as const, 'note' as const), asked: hostileText, found: hostileText }),
  fc.record({
    type: fc.constantFrom('code' as const, 'code-family' as const),
    asked: hostileText,
    found: hostileText,
    field: fc.constantFrom(...searchFields, 'declared' as const),
  }),
  fc.record({
    type: fc.constantFrom('word' as const, 'spelling' as const, 'phrase' as const),
    asked: hostileText,
    found: hostileText,
    field: fc.constantFrom(...searchFields),
  }),
);

const experience: fc.Arbitrary<Experience> = fc.record({
  times: fc.nat(),
  people: fc.nat(),
  notHelped: fc.nat(),
  last: fc.option(fc.record({ at: fc.nat({ max: 4_000_000_000_000 }), person: hostileText })),
  voices: fc.double({ min: -1000, max: 1000, noNaN: true }),
});

/** Notes in hostile words, by people with hostile names. */
export const hostileNote: fc.Arbitrary<ArticleNote> = fc.record({
  id: fc.uuid(),
  article: fc.constant('Q288323'),
  author: hostileText,
  authorName: hostileText,
  text: hostileText.map((text) => text.slice(0, 3_000)),
  message: fc.option(fc.record({ permalink: fc.option(fc.oneof(hostileText, fc.webUrl())) })),
  created: fc.nat({ max: 4_000_000_000_000 }),
  edited: fc.option(fc.record({ by: hostileText, at: fc.nat() })),
});

/** Answers to hostile questions about hostile articles. */
export const hostileAnswer: fc.Arbitrary<Answer> = fc.record({
  question: fc.record({
    raw: hostileText,
    text: hostileText,
    codes: fc.array(code, { maxLength: 5 }),
    filters: fc.constant({}),
    corrections: fc.constant([]),
  }),
  outcome: fc.constantFrom('answer' as const, 'weak' as const, 'none' as const),
  matches: fc.array(
    fc
      .record({
        article: hostileArticle,
        also: fc.array(
          fc.record({
            id: fc.nat({ max: 10 ** 9 }).map((number) => `Q${number}`),
            versions: fc.array(hostileText, { maxLength: 3 }),
          }),
          { maxLength: 5 },
        ),
        score: fc.double({ noNaN: true }),
        confidence: fc.double({ min: 0, max: 1, noNaN: true }),
        why: fc.array(reason, { maxLength: 8 }),
        notes: fc.option(fc.array(hostileNote, { maxLength: 12 })),
        experience: fc.option(experience),
        movedUp: fc.boolean(),
      })
      .map((match) => ({ id: match.article.id, title: match.article.title, ...match })),
    { maxLength: 8 },
  ),
  didYouMean: fc.array(hostileText, { maxLength: 5 }),
});
