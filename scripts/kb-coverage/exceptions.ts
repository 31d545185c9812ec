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
    codes: [
      '402',
      '406',
      '407',
      '408',
      '409',
      '410',
      '411',
      '412',
      '415',
      '416',
      '417',
      '422',
      '423',
      '424',
      '426',
      '428',
      '429',
      '400.1',
      '400.2',
      '400.3',
      '400.4',
      '400.5',
      '400.6',
      '400.7',
      '400.8',
      '400.9',
      '400.10',
      '400.601',
      '400.602',
      '400.603',
      '400.604',
      '400.605',
      '400.606',
      '403.10',
      '403.11',
      '403.15',
      '403.20',
      '403.21',
      '403.22',
      '404.1',
      '404.9',
      '404.12',
      '404.16',
      '404.20',
      '404.21',
      '404.22',
      '404.23',
      '406.0',
      '408.0',
      '412.0',
    ],
    reason: 'not written yet',
  },
  {
    codes: ['404.0', '500.0'],
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
    codes: ['400 Number'],
    asked: / 400 2 Number /,
    reason: 'the article about the limits of HTTP.sys explains the line as well',
  },
  {
    codes: ['FTP 500', 'FTP 503'],
    asked: / STOR /,
    reason: 'a line of the FTP log without its #Fields line is not read as a reply, so its words decide',
  },
];

/** Why a question about a code may miss; null when it may not. */
export function reasonFor(accepted: readonly CoverageException[], code: string, question: string): string | null {
  const found = accepted.find(({ codes, asked }) => codes.includes(code) && (asked?.test(question) ?? true));
  return found?.reason ?? null;
}
