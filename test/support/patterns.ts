import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve, sep } from 'node:path';
import { parseSync } from 'vite';

/** A regular expression of src/, and where it stands. */
export interface Pattern {
  source: string;
  flags: string;
  /** From src/, with slashes. */
  file: string;
}

export interface Patterns {
  /** Written as literals. */
  literals: Pattern[];
  /** Files that make some with `new RegExp`, and how often. */
  made: Map<string, number>;
}

const root = resolve(import.meta.dirname, '../../src');

/** Every regular expression in the sources, by their syntax trees. */
export function patternsInSource(): Patterns {
  const literals: Pattern[] = [];
  const made = new Map<string, number>();
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((file) => /\.(?:tsx?|js)$/.test(file));
  for (const path of files) {
    const file = path.split(sep).join('/');
    const { program, errors } = parseSync(file, readFileSync(join(root, path), 'utf8'));
    if (errors.length > 0) throw new Error(`${file}: ${errors[0]?.message}`);
    walk(program, (node) => {
      if (isRegex(node.regex)) literals.push({ source: node.regex.pattern, flags: node.regex.flags, file });
      const isMade = node.type === 'NewExpression' || node.type === 'CallExpression';
      if (isMade && isNode(node.callee) && node.callee.name === 'RegExp') made.set(file, (made.get(file) ?? 0) + 1);
    });
  }
  return { literals, made };
}

/** The expressions that some modules make with `new RegExp` while they are loaded. */
export async function patternsMadeAtLoad(files: readonly string[]): Promise<Pattern[]> {
  const patterns: Pattern[] = [];
  const original = globalThis.RegExp;
  for (const file of files) {
    globalThis.RegExp = new Proxy(original, {
      construct(target, [source, flags]: [string | RegExp, string | undefined]) {
        const made = new target(source, flags);
        patterns.push({ source: made.source, flags: made.flags, file });
        return made;
      },
    });
    try {
      await import(join(root, file));
    } finally {
      globalThis.RegExp = original;
    }
  }
  return patterns;
}

type Node = Record<string, unknown>;

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null;
}

function isRegex(value: unknown): value is { pattern: string; flags: string } {
  return isNode(value) && typeof value.pattern === 'string' && typeof value.flags === 'string';
}

function walk(value: unknown, visit: (node: Node) => void): void {
  if (!isNode(value)) return;
  if (!Array.isArray(value)) visit(value);
  for (const inner of Object.values(value)) walk(inner, visit);
}
