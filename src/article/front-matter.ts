import { type Document, parseDocument } from 'yaml';
import { z } from 'zod';

/** What a page says about its article before the article begins. */
export interface FrontMatter {
  title: string | null;
  codes: string[];
  sources: string[];
}

export interface FrontMatterProblem {
  /** 1-based line in the file. */
  line: number;
  message: string;
}

export interface FrontMatterBlock {
  frontMatter: FrontMatter;
  /** Index of the first line after the block. */
  end: number;
  problems: FrontMatterProblem[];
}

/** A code such as 401.5 may stand without quotes, where YAML reads it as a number. */
const text = z.union([z.string(), z.number().transform(String)]);

const fields = { title: text, codes: z.array(text), sources: z.array(text) };

/** Reads the block between the two `---` lines at the start of a page; null when the page has none. */
export function readFrontMatter(lines: string[]): FrontMatterBlock | null {
  if (lines[0]?.trimEnd() !== '---') return null;
  const close = lines.findIndex((line, index) => index > 0 && line.trimEnd() === '---');
  if (close === -1) {
    return {
      frontMatter: emptyFrontMatter(),
      end: 1,
      problems: [{ line: 1, message: 'the block opened here by --- is never closed' }],
    };
  }
  const document = parseDocument(lines.slice(1, close).join('\n'), { logLevel: 'silent' });
  const problems = document.errors.map((error) => ({
    line: (error.linePos?.[0].line ?? 0) + 1,
    message: error.message.split('\n', 1)[0]?.replace(/ at line \d+, column \d+:?$/, '') ?? 'not YAML',
  }));
  const values: unknown = problems.length > 0 ? {} : valuesOf(document, problems);
  const frontMatter = fieldsOf(values, problems);
  return { frontMatter, end: close + 1, problems };
}

/** Aliases are not resolved: no article needs them, and a few lines of them can unfold to any size. */
function valuesOf(document: Document.Parsed, problems: FrontMatterProblem[]): unknown {
  try {
    return document.toJS({ maxAliasCount: 0 });
  } catch {
    problems.push({ line: 1, message: 'the block uses YAML aliases' });
    return {};
  }
}

function emptyFrontMatter(): FrontMatter {
  return { title: null, codes: [], sources: [] };
}

/** Takes the known fields that have the right type, and adds a problem for each that has not. */
function fieldsOf(values: unknown, problems: FrontMatterProblem[]): FrontMatter {
  const record = z.record(z.string(), z.unknown()).safeParse(values ?? {});
  if (!record.success) {
    problems.push({ line: 1, message: 'the block is not a list of "name: value" lines' });
    return emptyFrontMatter();
  }
  const { title, codes, sources } = record.data;
  return {
    title: title === undefined ? null : valueOf('title', fields.title, title, problems),
    codes: codes === undefined ? [] : (valueOf('codes', fields.codes, codes, problems) ?? []),
    sources: sources === undefined ? [] : (valueOf('sources', fields.sources, sources, problems) ?? []),
  };
}

function valueOf<T>(name: string, schema: z.ZodType<T>, value: unknown, problems: FrontMatterProblem[]): T | null {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  problems.push({ line: 1, message: `${name} is not ${name === 'title' ? 'a text' : 'a list of texts'}` });
  return null;
}
