import { type FrontMatterProblem, readFrontMatter } from './front-matter.js';
import type { HeaderField } from './header-fields.js';
import type { RawArticle } from './raw-article.js';
import { type SourceLine, sourceLine } from './source-line.js';
import type { Diagnostic } from './types.js';

const labels: Record<string, HeaderField> = {
  Article: 'id',
  'Product(s)': 'products',
  'Version(s)': 'versions',
  'Operating System(s)': 'operatingSystems',
  'Keyword(s)': 'keywords',
  'Last Modified': 'lastModified',
};

/** Whether a file is a page: it opens with front matter, or has an `Article:` line. */
export function isPage(lines: string[]): boolean {
  return lines[0]?.trimEnd() === '---' || lines.some((line) => /^\s{0,3}Article:/.test(line));
}

/**
 * Reads a page: front matter, then the article, which archive pages indent by a tab and wrap in `{% raw %}` and our
 * own do not.
 */
export function readPage(lines: string[], path: string): RawArticle {
  const block = readFrontMatter(lines);
  const contentStart = block?.end ?? 0;
  const isArchive = lines.some((line) => line.startsWith('\tArticle:'));
  const content = contentLines(lines, contentStart, isArchive);
  const { header, headerLines, rest } = takeHeader(content);
  const titleIndex = lines.findIndex((line) => /^title\s*:/.test(line));
  return {
    title: block?.frontMatter.title ?? repeatedTitle(lines, contentStart) ?? roughTitle(lines[titleIndex]),
    titleLine: titleIndex === -1 ? 1 : titleIndex + 1,
    header,
    headerLines,
    codes: block?.frontMatter.codes ?? [],
    sources: block?.frontMatter.sources ?? [],
    body: rest,
    dialect: isArchive ? 'archive' : 'own',
    diagnostics: (block?.problems ?? []).map((problem) => badFrontMatter(problem, path)),
  };
}

/** The page's own heading, which repeats the title of the front matter. */
const pageHeading = /^## +([A-Z]\d+:.*)$/;

function repeatedTitle(lines: string[], start: number): string | null {
  const heading = lines.slice(start, start + 5).find((line) => pageHeading.test(line));
  return heading === undefined ? null : (pageHeading.exec(heading)?.[1] ?? null);
}

/** The title of front matter that is no YAML. */
function roughTitle(line: string | undefined): string | null {
  return line === undefined
    ? null
    : line
        .slice(line.indexOf(':') + 1)
        .trim()
        .replace(/^["']|["']$/g, '');
}

/** The article's lines without the wrapper: the tab, `{% raw %}`, `{% endraw %}` and the page's heading. */
function contentLines(lines: string[], start: number, isArchive: boolean): SourceLine[] {
  const content: SourceLine[] = [];
  for (let index = start; index < lines.length; index += 1) {
    const raw = lines[index] ?? '';
    if (raw.startsWith('{%') && /^\{% (?:end)?raw %\}\s*$/.test(raw)) continue;
    if (raw.startsWith('## ') && index < start + 5 && pageHeading.test(raw)) continue;
    content.push(isArchive ? archiveLine(raw, index + 1) : sourceLine(raw, index + 1));
  }
  return content;
}

/**
 * The archive's pages lost one column of each line that was indented with spaces (compared with the plain texts of the
 * same articles): the text under `1. ` stands at column 2 instead of 3, and bullets at the margin instead of column 1.
 * It is put back.
 */
function archiveLine(raw: string, number: number): SourceLine {
  const line = raw.startsWith('\t') ? raw.slice(1) : raw;
  return sourceLine(/^(?: |- )/.test(line) ? ` ${line}` : line, number);
}

/** Takes the header fields, which stand together before the body. */
function takeHeader(content: SourceLine[]): Pick<RawArticle, 'header' | 'headerLines'> & { rest: SourceLine[] } {
  const header: RawArticle['header'] = {};
  const headerLines: RawArticle['headerLines'] = {};
  const start = content.findIndex((line) => line.text.startsWith('Article:'));
  if (start === -1) return { header, headerLines, rest: content };
  let end = start;
  for (; end < content.length; end += 1) {
    const line = content[end];
    const colon = line?.text.indexOf(':') ?? -1;
    const field = labels[line?.text.slice(0, colon) ?? ''];
    if (line === undefined || colon === -1 || field === undefined) break;
    header[field] = line.text.slice(colon + 1).trim();
    headerLines[field] = line.number;
  }
  return { header, headerLines, rest: [...content.slice(0, start), ...content.slice(end)] };
}

function badFrontMatter({ line, column, message }: FrontMatterProblem, path: string): Diagnostic {
  return {
    rule: 'bad-front-matter',
    severity: 'error',
    path,
    line,
    column,
    message: `bad front matter: ${message}`,
    advice: 'write YAML between two lines of ---: title: "ID: the title", codes: ["401.5"], sources: as a list',
  };
}
