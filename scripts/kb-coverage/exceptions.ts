/** Codes for which no article has to be first, and why. */
export interface CoverageException {
  /** As the table of coverage writes them. */
  codes: readonly string[];
  /** Only questions of this form; all of them when it is absent. */
  asked?: RegExp;
  reason: string;
}

export const exceptions: readonly CoverageException[] = [
  {
    codes: ['404.0', '500.0', '500.52'],
    asked: / [1-9]\d* 15$/,
    reason: 'a line whose Win32 status has an article of its own may lead to that one',
  },
  {
    codes: ['503.0'],
    asked: / 503 0 [1-9]\d* 15$/,
    reason:
      'HTTP.sys answers for a pool that is down, so no site log has such a line; the Win32 error is from an event',
  },
  {
    codes: ['FTP 426', 'FTP 500'],
    asked: / STOR /,
    reason: 'a line of the FTP log without its #Fields line is not read as a reply, so its words decide',
  },
];

/** Why a question about a code may miss; null when it may not. */
export function reasonFor(accepted: readonly CoverageException[], code: string, question: string): string | null {
  const found = accepted.find(({ codes, asked }) => codes.includes(code) && (asked?.test(question) ?? true));
  return found?.reason ?? null;
}
