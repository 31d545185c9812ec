/**
 * Is anything lost when an archive file is parsed, and do the two formats of one article give one model?
 *
 *   SUBSTATUS_ARCHIVE=DIR npm run bench:lossless
 *
 * Reads `kb/` (all pages), `iis-txt/` (plain texts) and `iis/` (the same articles as pages). Prints a table and, as the
 * last line, JSON. Exits with 1 when a line is missing or two models differ although their sources agree.
 */
import { readFile } from 'node:fs/promises';
import pMap from 'p-map';
import { decode } from '../src/article/decode.js';
import { findFiles } from '../src/article/find-files.js';
import { parseArticle } from '../src/article/parse-article.js';
import type { Article } from '../src/article/types.js';
import { archiveFolder } from '../test/support/archive.js';
import { missingLines } from '../test/support/missing-lines.js';

interface Loss {
  files: number;
  /** Articles of which every line is in the model, and nothing else. */
  lossless: number;
  lines: number;
  notArticles: string[];
  /** `file:line text` of every line that is missing. */
  missing: string[];
}

interface Source {
  article: Article;
  text: string;
}

async function read(path: string): Promise<{ path: string; text: string; article: Article | null }> {
  const bytes = await readFile(path);
  return { path, text: decode(bytes, path).text, article: parseArticle(bytes, path).article };
}

async function loss(folder: string): Promise<Loss> {
  const { files } = await findFiles(folder);
  const result: Loss = { files: files.length, lossless: 0, lines: 0, notArticles: [], missing: [] };
  await pMap(
    files,
    async (file) => {
      const { path, text, article } = await read(file);
      result.lines += text.split('\n').length;
      const missing = article === null ? [] : missingLines(text, article);
      if (article === null) result.notArticles.push(path);
      else if (missing.length === 0) result.lossless += 1;
      result.missing.push(...missing.map((one) => `${path}:${one.line} ${one.text}`));
    },
    { concurrency: 16 },
  );
  return result;
}

async function sources(folder: string): Promise<Map<string, Source>> {
  const { files } = await findFiles(folder);
  const all = await pMap(files, read, { concurrency: 16 });
  return new Map(
    all.flatMap(({ text, article }) => (article === null ? [] : [[article.id, { article, text }] as const])),
  );
}

/** The model without what must differ: where the file is, and on which of its lines a block stands. */
function model(article: Article): string {
  return JSON.stringify({ ...article, path: '' }, (key, value: unknown) => (key === 'line' ? undefined : value));
}

/** The body's lines as both formats should have them: no tab, the column back that pages lost, no blank lines. */
function bodyLines(text: string): string[] {
  const lines = text
    .split(/\r?\n/)
    .map((line) => (line.startsWith('\t') ? line.slice(1).replace(/^(?: |- )/, ' $&') : line));
  const start = lines.findIndex((line) => /^(?:The information in this article|[A-Z ]+$)/.test(line));
  const end = lines.findIndex((line) => line.startsWith('THE INFORMATION PROVIDED') || line.startsWith('{% endraw'));
  return lines
    .slice(start, end === -1 ? undefined : end)
    .map((line) => line.trimEnd())
    .filter((line) => line !== '');
}

/** Why the sources of two models differ, or null when they agree. */
function cause(page: string, text: string): string | null {
  if (/[^\0-\x7f]/.test(text)) return 'bytes outside ASCII, which the pages write as <B7>';
  const [ours, theirs] = [bodyLines(page), bodyLines(text)];
  const differ = theirs.filter((line, index) => line !== ours[index]);
  if (differ.length === 0 && ours.length === theirs.length) return null;
  const sameWords = ours.map((line) => line.trim()).join('\n') === theirs.map((line) => line.trim()).join('\n');
  return sameWords
    ? 'lines indented by one column, which the pages have at the margin'
    : 'other words in page and text';
}

function compare(
  pages: Map<string, Source>,
  texts: Map<string, Source>,
): { articles: number; same: number; causes: Record<string, string[]> } {
  const causes: Record<string, string[]> = {};
  let same = 0;
  for (const [id, page] of pages) {
    const text = texts.get(id);
    if (text !== undefined && model(page.article) === model(text.article)) same += 1;
    else {
      const reason = text === undefined ? 'no plain text' : (cause(page.text, text.text) ?? 'UNEXPLAINED');
      causes[reason] = [...(causes[reason] ?? []), id];
    }
  }
  return { articles: pages.size, same, causes };
}

async function main(): Promise<void> {
  const losses: Record<string, Loss> = {};
  for (const name of ['kb', 'iis-txt'] as const) {
    const folder = archiveFolder(name, `that no line of ${name} is lost`);
    if (folder === null) continue;
    const result = await loss(folder);
    losses[name] = result;
    console.log(
      `${name.padEnd(8)} parsed losslessly: ${result.lossless} of ${result.files} (${result.lines} lines, ${result.missing.length} of them missing)`,
    );
    for (const one of [...result.notArticles, ...result.missing].slice(0, 20)) console.log(`  ${one}`);
  }
  const [iis, iisText] = [archiveFolder('iis', 'page against text'), archiveFolder('iis-txt', 'page against text')];
  const comparison = iis === null || iisText === null ? null : compare(await sources(iis), await sources(iisText));
  if (comparison !== null) {
    console.log(`page and text give the same model: ${comparison.same} of ${comparison.articles}; another because of`);
    for (const [reason, ids] of Object.entries(comparison.causes))
      console.log(`  ${ids.length} ${reason}: ${ids.join(' ')}`);
  }
  console.log(JSON.stringify({ losses, comparison }));
  const failed = Object.values(losses).some(({ missing, notArticles }) => missing.length + notArticles.length > 0);
  if (failed || comparison?.causes.UNEXPLAINED !== undefined) process.exitCode = 1;
}

await main();
