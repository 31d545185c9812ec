import { describe, expect, it } from 'vitest';
import { withoutNoise } from '../../src/search/question-noise.js';

function words(text: string): string[] {
  return withoutNoise(text).match(/\S+/g) ?? [];
}

describe('withoutNoise', () => {
  it('leaves of an HTTPERR line its path, its reason and its pool', () => {
    const line =
      '2026-11-02 04:03:55 10.20.9.61 51620 10.20.0.5 443 HTTP/1.1 GET /ledger/default.aspx - 503 2 AppOffline LedgerPool';
    expect(words(line)).toEqual(['/ledger/default.aspx', '-', 'AppOffline', 'LedgerPool']);
  });

  it('leaves of an access log line its path and its user', () => {
    const line =
      '2026-11-02 04:03:55 10.20.0.5 GET /scripts/ledger.dll - 443 CORP\\ana 10.20.9.61 Mozilla/5.0 - 401 5 5 44';
    expect(words(line)).toEqual(['/scripts/ledger.dll', '-', 'CORP\\ana', '-']);
  });

  it('says the same of two lines that differ in ports, methods and times only', () => {
    const first = '2026-11-02 04:03:55 10.20.9.61 50144 10.20.0.5 443 HTTP/1.1 GET /a.aspx - 503 2 AppOffline Pool';
    const second = '2026-11-03 14:13:05 10.20.9.77 51620 10.20.0.5 8443 HTTP/2 POST /a.aspx - 503 2 AppOffline Pool';
    expect(words(first)).toEqual(words(second));
  });

  it('leaves numbers and methods of plain sentences alone', () => {
    const text = 'error 1067 after we GET to post 80 items on port 8080';
    expect(words(text)).toEqual(text.split(' '));
  });
});
