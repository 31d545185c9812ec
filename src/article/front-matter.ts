import { type Document, parseDocument, type YAMLParseError } from 'yaml';
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
  /** 1-based. */
  column: number;
  message: string;
}

export interface FrontMatterBlock {
  frontMatter: FrontMatter;
  /** Index of the first line after the block. */
  end: number;
  problems: FrontMatterProblem[];
}

/** In characters: the YAML parser's time grows with the square of the fields. */
const longest = 20_000;

const recordShape = z.record(z.string(), z.unknown());
const fields = { title: z.string(), codes: z.array(z.string()), sources: z.array(z.string()) };

/** Reads the block between the two `---` lines at the start of a page; null when the page has none. */
export function readFrontMatter(lines: string[]): FrontMatterBlock | null {
  if (lines[0]?.trimEnd() !== '---') return null;
  const close = lines.findIndex((line, index) => index > 0 && line.trimEnd() === '---');
  if (close === -1) {
    return {
      frontMatter: emptyFrontMatter(),
      end: 1,
      problems: [{ line: 1, column: 1, message: 'the block opened here by --- is never closed' }],
    };
  }
  const block = lines.slice(1, close);
  const problems: FrontMatterProblem[] = [];
  const values: unknown = simpleValues(block) ?? yamlValues(block.join('\n'), problems);
  return { frontMatter: fieldsOf(values, block, problems), end: close + 1, problems };
}

/**
 * The archive's front matter is nothing but `name: path` and `name: "text"` lines, which mean the same without a YAML
 * parser: reading 1,666 pages takes 0.4 s less at start. Null for anything else.
 */
function simpleValues(block: string[]): Record<string, string> | null {
  const values = new Map<string, string>();
  for (const line of block) {
    const [, name, quoted, word] = /^([a-z]+): (?:"([^"\\]*)"|([a-z/][\w/]*))$/.exec(line) ?? [];
    const value = quoted ?? word;
    if (name === undefined || value === undefined || values.has(name)) return null;
    values.set(name, value);
  }
  return Object.fromEntries(values);
}

/** Every value stays the text that it is: 401.10 without quotes would be the number 401.1 otherwise. */
function yamlValues(block: string, problems: FrontMatterProblem[]): unknown {
  if (block.length > longest) {
    const message = `the block has ${block.length} characters, more than the ${longest} that are read`;
    problems.push({ line: 1, column: 1, message });
    return {};
  }
  const document = parseDocument(block, { schema: 'failsafe', logLevel: 'silent' });
  const [first] = document.errors;
  if (first === undefined) return valuesOf(document, problems);
  problems.push(yamlProblem(first));
  return {};
}

/** The first error only: the others follow from it. */
function yamlProblem({ message, linePos }: YAMLParseError): FrontMatterProblem {
  const [at] = linePos ?? [{ line: 0, col: 1 }];
  const what = message.split('\n', 1)[0]?.replace(/ at line \d+, column \d+:?$/, '') ?? 'not YAML';
  return { line: at.line + 1, column: at.col, message: /call stack/.test(what) ? 'it is nested too deeply' : what };
}

/** Aliases are not resolved: no article needs them, and a few lines of them can unfold to any size. */
function valuesOf(document: Document.Parsed, problems: FrontMatterProblem[]): unknown {
  try {
    return document.toJS({ maxAliasCount: 0 });
  } catch {
    problems.push({ line: 1, column: 1, message: 'the block uses YAML aliases' });
    return {};
  }
}

function emptyFrontMatter(): FrontMatter {
  return { title: null, codes: [], sources: [] };
}

/** Takes the known fields that have the right type, and adds a problem for each that has not. */
function fieldsOf(values: unknown, block: string[], problems: FrontMatterProblem[]): FrontMatter {
  const record = recordShape.safeParse(values ?? {});
  if (!record.success) {
    problems.push({ line: 1, column: 1, message: 'the block is not a list of "name: value" lines' });
    return emptyFrontMatter();
  }
  const field = <Value>(name: keyof FrontMatter, schema: z.ZodType<Value>): Value | null => {
    const value = record.data[name];
    if (value === undefined) return null;
    const parsed = schema.safeParse(value);
    if (parsed.success) return parsed.data;
    const message = `${name} is not ${name === 'title' ? 'a text' : 'a list of texts'}`;
    problems.push({ line: lineOf(name, block), column: 1, message });
    return null;
  };
  return {
    title: field('title', fields.title),
    codes: field('codes', fields.codes) ?? [],
    sources: field('sources', fields.sources) ?? [],
  };
}

/** The 1-based line of the file on which a field of the block starts. */
function lineOf(name: string, block: string[]): number {
  return block.findIndex((line) => line.startsWith(name)) + 2;
}
