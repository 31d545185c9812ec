import type { Row } from './fault.js';

/** The rows as a table for people, with their sum. */
export function tableOf(rows: readonly Row[]): string {
  const numbers = ['tried', 'answered', 'told', 'lost', 'duplicated'] as const;
  const sum = (key: (typeof numbers)[number]) => rows.reduce((total, row) => total + row[key], 0);
  const width = Math.max(...rows.map(({ fault }) => fault.length), 5);
  const line = (name: string, cells: readonly (string | number)[]) =>
    `${name.padEnd(width)} ${cells.map((cell) => String(cell).padStart(10)).join(' ')}`;
  return [
    line('fault', numbers),
    ...rows.map((row) =>
      line(
        row.fault,
        numbers.map((key) => row[key]),
      ),
    ),
    line('all', numbers.map(sum)),
    '',
  ].join('\n');
}
