import type { CoverageRow } from './coverage.js';
import type { CoverageException } from './exceptions.js';

/** The table for people: a line a code, then why exceptions are made, then a summary. */
export function coverageText(rows: readonly CoverageRow[], accepted: readonly CoverageException[]): string {
  const reasons = accepted.flatMap(({ reason }) => {
    const used = rows.filter(({ misses }) => misses.some(({ exception }) => exception === reason));
    return used.length === 0 ? [] : [`exception: ${reason}: ${used.map(({ code }) => code).join(', ')}`];
  });
  return `${[...rows.map(line), '', ...reasons, ...unneeded(rows, accepted), summary(rows)].join('\n')}\n`;
}

const nameWidth = 44;

function line({ code, name, article, state, misses }: CoverageRow): string {
  const short = name.length > nameWidth ? `${name.slice(0, nameWidth - 1)}…` : name;
  const instead = misses.map(({ form, first }) => `${form}: ${first ?? 'nothing'}`);
  const found = [...new Set(instead)].slice(0, 3).join(', ');
  return `${code.padEnd(24)} ${short.padEnd(nameWidth)} ${(article ?? '-').padEnd(8)} ${state}${found === '' ? '' : ` (${found})`}`;
}

/** Codes of exceptions that are covered by now, or that nobody documents. */
function unneeded(rows: readonly CoverageRow[], accepted: readonly CoverageException[]): string[] {
  const open = new Set(rows.filter(({ state }) => state === 'exception').map(({ code }) => code));
  const codes = accepted.flatMap((exception) => exception.codes).filter((code) => !open.has(code));
  return codes.length === 0
    ? []
    : [`no exception any more: take ${[...new Set(codes)].join(', ')} out of exceptions.ts`];
}

function summary(rows: readonly CoverageRow[]): string {
  const count = (state: CoverageRow['state']): string => `${rows.filter((row) => row.state === state).length} ${state}`;
  return `${rows.length} codes: ${count('ok')}, ${count('exception')}, ${count('missing')}, ${count('not first')}`;
}
