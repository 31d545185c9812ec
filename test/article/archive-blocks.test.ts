import { expect, it } from 'vitest';
import { blockText } from '../../src/article/article-text.js';
import { parseArticle } from '../../src/article/parse-article.js';

/** Type and text of each block of an archive page with this body. */
function blocks(...body: string[]): string[] {
  const lines = ['Article: Q990199', '', 'SUMMARY', '=======', '', ...body].map((line) => `\t${line}`);
  const { article } = parseArticle(`---\ntitle: "Q990199: t"\n---\n\n${lines.join('\n')}\n`, 'a.md');
  return (article?.sections[0]?.blocks ?? []).map((block) => `${block.type}: ${blockText(block)}`);
}

it('keeps a registry path apart from the hive above it', () => {
  expect(blocks('HKEY_LOCAL_MACHINE', '\\Software\\Example')).toEqual([
    'paragraph: HKEY_LOCAL_MACHINE',
    'paragraph: \\Software\\Example',
  ]);
});

it('reads a sentence a line as paragraphs, names a line as a list of names', () => {
  const sentences = [
    'This shelf of pots was never approved by anybody who drinks coffee.',
    'It is one way around the known limits of the second shelf, and of the one below it too, at all times.',
    'Whoever sets it up does so at the risk of cold coffee.',
  ];
  const read = blocks(...sentences);
  expect(read.every((block) => block.startsWith('paragraph: '))).toBe(true);
  expect(read.join(' ').replaceAll('paragraph: ', '')).toBe(sentences.join(' '));
  expect(blocks('Pot', 'Kettle', 'Cup')).toEqual(['code: Pot\nKettle\nCup']);
});

it('takes a number that ends a sentence for no step', () => {
  const prose = [
    'The shelf stays cold for as long as its heat is set to',
    '0. However, that may make the coffee cold too.',
  ];
  expect(blocks(...prose)).toEqual([`paragraph: ${prose.join(' ')}`]);
});

it('does not let a rule under short lines make code of them', () => {
  const prose = [
    'The pot is no part of the set that is sold with the',
    'shelf, and nobody promises that it fits on it when',
    'both are hot.',
  ];
  expect(blocks(...prose, '-'.repeat(79))).toEqual([`paragraph: ${prose.join(' ')}`]);
});
