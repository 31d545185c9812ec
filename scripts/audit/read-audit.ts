import { z } from 'zod';

const Report = z.object({
  metadata: z.object({
    vulnerabilities: z.object({ low: z.number(), moderate: z.number(), high: z.number(), critical: z.number() }),
  }),
  vulnerabilities: z.record(z.string(), z.object({ severity: z.string() })),
});

/** Those that let the product be passed on as it is. */
const allowedLicences = new Set([
  'MIT',
  'ISC',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  '0BSD',
  'BlueOak-1.0.0',
  'CC0-1.0',
  'Python-2.0',
]);

/** What `npm audit --json` printed, in words, and how many packages have a weakness of level high or critical. */
export function readAudit(printed: string): { text: string; serious: number } {
  const report = Report.safeParse(parsed(printed));
  if (!report.success) {
    return { text: 'audit: NOT DONE, the registry does not tell of weaknesses or cannot be reached', serious: 0 };
  }
  const { low, moderate, high, critical } = report.data.metadata.vulnerabilities;
  const named = Object.entries(report.data.vulnerabilities).map(([name, { severity }]) => `  ${severity}  ${name}`);
  const text = `audit: ${critical} critical, ${high} high, ${moderate} moderate, ${low} low`;
  return { text: [text, ...named].join('\n'), serious: high + critical };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

interface LockFile {
  packages: Record<string, { dev?: boolean; license?: string; version?: string }>;
}

/** The packages that ship whose licence is none of the allowed ones. */
export function disallowed({ packages }: LockFile): string[] {
  return Object.entries(packages)
    .filter(([path, { dev }]) => path !== '' && dev !== true)
    .filter(
      ([, { license }]) =>
        !(license ?? '')
          .replace(/[()]/g, '')
          .split(' OR ')
          .some((one) => allowedLicences.has(one)),
    )
    .map(([path, { license }]) => `  ${path.replace(/^.*node_modules\//, '')}  ${license ?? 'says no licence'}`);
}
