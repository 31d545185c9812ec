import { afterAll, describe, expect, it } from 'vitest';
import type { Fault, Row } from './fault.js';
import { tableOf } from './table.js';

const timeoutMs = 120_000;

/**
 * Tries each fault once: nothing is lost without a word, nothing said twice, and people see what they should.
 * @param atOnce for faults that share nothing, and wait for most of their time
 */
export function expectSurvived(group: string, faults: readonly Fault[], { atOnce = false } = {}): void {
  const rows: Row[] = [];
  afterAll(() => void (rows.length > 0 && process.stdout.write(`\n${tableOf(rows)}`)));
  describe(group, { concurrent: atOnce }, () => {
    for (const fault of faults) {
      const { cannot = null } = fault;
      it.skipIf(cannot !== null)(
        cannot === null ? fault.name : `${fault.name}: not tried, ${cannot}`,
        async () => {
          const row = await fault.run(1);
          rows.push(row);
          expect(row.surprises).toEqual([]);
          expect(row).toMatchObject({ lost: 0, duplicated: 0 });
        },
        timeoutMs,
      );
    }
  });
}
