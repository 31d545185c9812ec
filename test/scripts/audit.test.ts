import { expect, it } from 'vitest';
import lock from '../../package-lock.json' with { type: 'json' };
import { disallowed, readAudit } from '../../scripts/audit/read-audit.js';

it('finds only licences that let the product be passed on', () => {
  expect(disallowed(lock as Parameters<typeof disallowed>[0])).toEqual([]);
});

it('would notice another licence, and one that is missing', () => {
  const packages = {
    '': {},
    'node_modules/a': { license: 'GPL-3.0' },
    'node_modules/b': {},
    'node_modules/c': { license: '(MIT OR GPL-3.0)' },
    'node_modules/d': { dev: true },
  };
  expect(disallowed({ packages })).toEqual(['  a  GPL-3.0', '  b  says no licence']);
});

it('counts what the registry tells', () => {
  const vulnerabilities = { low: 1, moderate: 2, high: 3, critical: 4 };
  const report = { metadata: { vulnerabilities }, vulnerabilities: { left: { severity: 'high' } } };
  expect(readAudit(JSON.stringify(report))).toEqual({
    text: 'audit: 4 critical, 3 high, 2 moderate, 1 low\n  high  left',
    serious: 7,
  });
});

it.each(['', 'null', '{"error":{"code":"ENOTFOUND"}}', '<html>', '[]'])(
  'says that it went without after %j',
  (printed) => {
    expect(readAudit(printed)).toEqual({ text: expect.stringContaining('NOT DONE'), serious: 0 });
  },
);
