import { decodeHTML } from 'entities';
import { blocksWithin } from '../../src/article/blocks-within.js';
import type { Article, Block } from '../../src/article/types.js';

/** A line of a source that the model does not hold, or text of the model that no line of the source has. */
export interface MissingLine {
  /** 1-based. */
  line: number;
  text: string;
}

/**
 * The lines of a source file that its model does not hold, boilerplate aside: the proof that parsing loses nothing.
 *
 * It reads the model only, as a few streams of characters (each header field, the sections, the applies-to lines, the
 * query words, the footer), white space and backticks taken out. Every source line must be the next characters of one
 * of them, and in the end nothing may be left of any, so a line that is dropped, shortened, moved, doubled or made up
 * shows, also when its words stand elsewhere too. Code and tables must have every line as the source has it.
 *
 * Boilerplate is: lines of nothing but dashes or the like, outside code and tables; the labels of header, query words
 * and applies-to; `layout`, `permalink` and `{% raw %}`; the twelve legal lines that close a plain text.
 */
export function missingLines(source: string, article: Article): MissingLine[] {
  const streams = new Streams(article);
  const missing: MissingLine[] = [];
  let place: Place = source.startsWith('---') ? 'front matter' : 'header';
  const lines = source.split(/\r\n|\n|\r/);
  const end = legalNotice(lines) ?? lines.length;
  for (const [index, raw] of lines.slice(0, end).entries()) {
    const text = raw.trim();
    const held = text === '' || streams.take(text, place);
    if (!held) missing.push({ line: index + 1, text });
    place = nextPlace(place, raw, index);
  }
  return [...missing, ...streams.leftOver().map((text) => ({ line: end, text })), ...changedVerbatim(lines, article)];
}

/** Index of the first line of the legal notice that closes a plain text, or null. */
function legalNotice(lines: string[]): number | null {
  const start = lines.findIndex((line) =>
    line.startsWith('THE INFORMATION PROVIDED IN THE MICROSOFT KNOWLEDGE BASE IS'),
  );
  const isLast = lines.slice(start).filter((line) => line.trim() !== '').length <= 12;
  return start !== -1 && lines[0]?.startsWith('DOCUMENT:') && isLast ? start : null;
}

/**
 * Lines of code and tables that are not as the source has them, spaces within included. Outside lists the indents must
 * agree as well; in an item the first line stands behind the marker, and text may stand further left than its own.
 */
function changedVerbatim(lines: string[], { sections }: Article): MissingLine[] {
  const isPage = lines.some((line) => line.startsWith('\tArticle:'));
  const outside = new Set(sections.flatMap(({ blocks }) => blocks));
  return blocksWithin([...outside]).flatMap((block) => {
    if (block.type !== 'code' && block.type !== 'table') return [];
    const written = block.text.split('\n');
    const place = lines.slice(block.line - 1, block.line - 1 + written.length).map((raw) => spaced(raw, isPage));
    const indents = place.filter((text) => text !== '').map(indentOf);
    const common = indents.reduce((least, indent) => Math.min(least, indent), Number.POSITIVE_INFINITY);
    return written.flatMap((text, index) => {
      const there = place[index] ?? '';
      const behindMarker = index === 0 && there.endsWith(text.trim());
      const same = outside.has(block) ? there.slice(common) === text : there.trim() === text.trim() || behindMarker;
      return same ? [] : [{ line: block.line + index, text }];
    });
  });
}

/** A line with spaces for its tabs; pages of the archive without their own tab, with the column back that they lost. */
function spaced(raw: string, isPage: boolean): string {
  const line = isPage && raw.startsWith('\t') ? raw.slice(1).replace(/^(?: |- )/, ' $&') : raw;
  let text = '';
  for (const character of line) text += character === '\t' ? ' '.repeat(8 - (text.length % 8)) : character;
  return text.trimEnd();
}

function indentOf(text: string): number {
  return text.length - text.trimStart().length;
}

type Place = 'front matter' | 'header' | 'body';

function nextPlace(place: Place, raw: string, index: number): Place {
  if (place === 'front matter') return index > 0 && raw.trimEnd() === '---' ? 'header' : place;
  const endsHeader = /^\t?(?:Last Modified|KEYWORDS):/.test(raw);
  return endsHeader ? 'body' : place;
}

const headerLabels: ReadonlyArray<readonly [RegExp, (article: Article) => string[]]> = [
  [/^Article:/, (article) => [article.id]],
  [/^(?:Product\(s\)|PRODUCT ):/, (article) => article.products],
  [/^(?:Version\(s\)|PROD\/VER):/, (article) => article.versions],
  [/^(?:Operating System\(s\)|OPER\/SYS):/, (article) => article.operatingSystems],
  [/^(?:Keyword\(s\)|KEYWORDS):/, (article) => article.keywords],
  [/^TITLE +:/, (article) => [article.title]],
];

/** The model as characters, each stream with the place up to which it was found in the source. */
class Streams {
  readonly #article: Article;
  readonly #body: Stream[];
  readonly #queryWords: Stream;
  readonly #appliesTo: Stream;
  readonly #frontMatter: Stream[];

  constructor(article: Article) {
    this.#article = article;
    this.#queryWords = new Stream([article.queryWords.join(' ')]);
    this.#appliesTo = new Stream(article.appliesTo);
    const sections = new Stream(
      article.sections.flatMap((section) => [section.heading, ...section.blocks.flatMap(blockStrings)]),
    );
    const footer = new Stream(Object.entries(article.footer).map(([name, value]) => `${name}:${value}`));
    this.#body = [sections, footer, this.#queryWords, this.#appliesTo];
    this.#frontMatter = [new Stream(article.codes.map(withoutQuotes)), new Stream(article.sources.map(withoutQuotes))];
  }

  /** Whether a line is boilerplate, or was found (and is used up). */
  take(text: string, place: Place): boolean {
    if (isRule(text)) return true;
    if (place === 'front matter') return this.#takeFrontMatter(text);
    return (place === 'header' && this.#takeHeader(text)) || this.#takeBody(text);
  }

  /** What no line of the source had. */
  leftOver(): string[] {
    return [...this.#body, ...this.#frontMatter].map(({ left }) => left).filter((left) => left !== '');
  }

  #takeFrontMatter(text: string): boolean {
    if (/^(?:layout|permalink|sources|codes):(?: .*)?$/.test(text) && !text.startsWith('codes: [')) return true;
    if (text.startsWith('title:')) return this.#isTitle(text.slice('title:'.length).trim().replace(/^"|"$/g, ''));
    const values = withoutQuotes(text.replace(/^codes: |^- /, ''));
    return this.#frontMatter.some((stream) => stream.take(values));
  }

  #takeHeader(text: string): boolean {
    if (/^\{% (?:end)?raw %\}$/.test(text)) return true;
    if (text.startsWith('## ')) return this.#isTitle(text.slice(3));
    if (text.startsWith('Last Modified:')) return this.#isDate(text.slice('Last Modified:'.length).trim());
    if (text.startsWith('DOCUMENT:')) return this.#isDocument(text.slice('DOCUMENT:'.length));
    const found = headerLabels.find(([label]) => label.test(text));
    if (found === undefined) return false;
    const [label, values] = found;
    return withoutSeparators(text.replace(label, '')) === withoutSeparators(values(this.#article).join(' '));
  }

  /** `Q288323  27-JAN-2002  [iis]`: the name of the collection in brackets is boilerplate. */
  #isDocument(value: string): boolean {
    const [id, date] = value.trim().split(/\s+/);
    return id === this.#article.id && this.#isDate(date ?? '');
  }

  #isTitle(written: string): boolean {
    return fold(decodeHTML(written).replace(`${this.#article.id}:`, '')) === fold(this.#article.title);
  }

  /** Read by the platform's own parser, not by ours. */
  #isDate(written: string): boolean {
    const [day = '', month = '', year = ''] = written.split('-');
    const date = new Date(`${day} ${month} ${year} UTC`);
    return Number.isNaN(date.getTime())
      ? written === ''
      : date.toISOString().slice(0, 10) === this.#article.lastModified;
  }

  #takeBody(text: string): boolean {
    if (/^\{% (?:end)?raw %\}$/.test(text)) return true;
    if (this.#body.some((stream) => stream.take(fold(text)))) return true;
    const words = /^Additional [a-z() ]*words?(?:\(s\))? *:(.*)$/i.exec(text);
    if (words?.[1] !== undefined && this.#queryWords.take(fold(words[1]))) return true;
    const appliesTo = /^The information in this article applies to:(.*)$/.exec(text);
    const product = (appliesTo?.[1] ?? text).trim().replace(/^[-*o] +/, '');
    return this.#appliesTo.take(fold(product));
  }
}

/** Characters that source lines are taken from, in order. */
class Stream {
  readonly #characters: string;
  #taken = 0;

  constructor(strings: string[]) {
    this.#characters = strings
      .flatMap((text) => text.split('\n'))
      .filter((text) => !isRule(text.trim()))
      .map(fold)
      .join('');
  }

  take(characters: string): boolean {
    if (!this.#characters.startsWith(characters, this.#taken)) return false;
    this.#taken += characters.length;
    return true;
  }

  get left(): string {
    return this.#characters.slice(this.#taken);
  }
}

/** Every string of a block, in source order; a note's label has its colon back. */
function blockStrings(block: Block): string[] {
  switch (block.type) {
    case 'paragraph':
      return [block.inlines.map((inline) => inline.text).join('')];
    case 'heading':
    case 'code':
    case 'table':
      return [block.text];
    case 'note':
      return [`${block.label}:`, ...block.blocks.flatMap(blockStrings)];
    case 'list':
      return block.items.flatMap((item) => [item.marker, ...item.blocks.flatMap(blockStrings)]);
  }
}

/** A line of dashes or the like: a separator, an underline, a border. */
function isRule(text: string): boolean {
  return /^[-=_*~]{3,}$/.test(text);
}

function fold(text: string): string {
  return text.replace(/[\s`]+/g, '');
}

/** A value of the front matter without what YAML puts around and between values. */
function withoutQuotes(value: string): string {
  return fold(value).replace(/["'[\],]/g, '');
}

function withoutSeparators(value: string): string {
  return value.replace(/[\s,;|:]+/g, '');
}
