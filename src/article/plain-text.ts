import type { HeaderField } from './header-fields.js';
import type { RawArticle } from './raw-article.js';
import { type SourceLine, sourceLine } from './source-line.js';

const labels: Record<string, HeaderField> = {
  PRODUCT: 'products',
  'PROD/VER': 'versions',
  'OPER/SYS': 'operatingSystems',
  KEYWORDS: 'keywords',
};

/** Whether a file is one of the archive's original plain texts: it opens with a `DOCUMENT:` line. */
export function isPlainText(lines: string[]): boolean {
  return lines.find((line) => line.trim() !== '')?.startsWith('DOCUMENT:') ?? false;
}

/** Reads an original plain text: `DOCUMENT:Q288323  27-JAN-2002  [iis]`, four or five fields, the body, a legal notice. */
export function readPlainText(lines: string[]): RawArticle {
  const all = lines.map((line, index) => sourceLine(line, index + 1));
  const start = all.findIndex((line) => line.text !== '');
  const raw: RawArticle = {
    title: null,
    titleLine: 1,
    header: {},
    headerLines: {},
    codes: [],
    sources: [],
    body: [],
    dialect: 'archive',
    diagnostics: [],
  };
  let end = start;
  while (end < all.length && all[end]?.text !== '' && takeField(raw, all[end])) end += 1;
  raw.body = withoutLegalNotice(all.slice(end));
  return raw;
}

/** Takes one line of the header into `raw`; false when the line is no header field. */
function takeField(raw: RawArticle, line: SourceLine | undefined): boolean {
  const match = /^([A-Z/]+) *:(.*)$/.exec(line?.text ?? '');
  if (line === undefined || match === null) return false;
  const [, name = '', value = ''] = match;
  if (name === 'DOCUMENT') return takeDocument(raw, value, line.number);
  if (name === 'TITLE') {
    raw.title = value.trim();
    raw.titleLine = line.number;
    return true;
  }
  const field = labels[name];
  if (field === undefined) return false;
  raw.header[field] = value.trim();
  raw.headerLines[field] = line.number;
  return true;
}

function takeDocument(raw: RawArticle, value: string, number: number): boolean {
  const [id, date] = value.trim().split(/\s+/);
  if (id !== undefined && id !== '') {
    raw.header.id = id;
    raw.headerLines.id = number;
  }
  if (date !== undefined) {
    raw.header.lastModified = date;
    raw.headerLines.lastModified = number;
  }
  return true;
}

/** The same eleven legal lines close every plain text; they are no part of the article. */
function withoutLegalNotice(body: SourceLine[]): SourceLine[] {
  const start = body.findLastIndex((line) =>
    line.text.startsWith('THE INFORMATION PROVIDED IN THE MICROSOFT KNOWLEDGE BASE IS'),
  );
  return start === -1 ? body : body.slice(0, start);
}
