import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { redact } from '../../src/store/redact.js';

const word = fc.constantFrom(
  'error',
  'on',
  'web',
  'at',
  'the login page',
  '401.5',
  'w3wp.exe',
  '(',
  ')',
  ',',
  '- 80 -',
  '\n',
  '"GET /a.aspx"',
);
/** Something secret in a sentence, as a whole word. */
function inSentence(secret: fc.Arbitrary<string>): fc.Arbitrary<{ secret: string; text: string }> {
  return fc
    .tuple(fc.array(word, { maxLength: 6 }), secret, fc.array(word, { maxLength: 6 }))
    .map(([before, what, after]) => ({ secret: what, text: [...before, what, ...after].join(' ') }));
}
const letters = (min: number, max: number) =>
  fc.string({
    minLength: min,
    maxLength: max,
    unit: fc.constantFrom(...'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ'),
  });
const lettersAndDigits = (min: number, max: number) =>
  fc.string({
    minLength: min,
    maxLength: max,
    unit: fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'),
  });
const name = letters(3, 12).map((text) => `zq${text}`);

describe('redact', () => {
  const gone = (secrets: fc.Arbitrary<string>, essence: (secret: string) => string = (secret) => secret) =>
    fc.assert(
      fc.property(inSentence(secrets), ({ secret, text }) => {
        expect(redact(text)).not.toContain(essence(secret));
      }),
      { numRuns: 500 },
    );

  it('takes out every IPv4 address', () => gone(fc.ipV4()));
  it('takes out every IPv6 address', () => gone(fc.ipV6().filter((address) => address.length > 4)));
  it('takes out addresses with a port', () =>
    gone(
      fc.ipV4().map((address) => `${address}:8080`),
      (text) => text.slice(0, -5),
    ));
  it('takes out mail addresses', () =>
    gone(fc.tuple(name, name).map(([user, host]) => `${user}.x+y@${host}.example.com`)));
  it('takes out the user of DOMAIN\\user', () =>
    gone(
      fc.tuple(name, name).map(([domain, user]) => `${domain}\\${user}`),
      (text) => text.split('\\')[1] ?? '',
    ));
  it.each(['user=', 'username: ', 'User ID=', 'uid=', 'login for user ', 'cs-username='])('takes out %s', (before) =>
    gone(
      name.map((user) => `${before}'${user}'`),
      (text) => text.slice(before.length + 1, -1),
    ),
  );
  it.each(['password=', 'pwd: ', 'Password = ', 'api_key=', 'token=', 'access_token=', 'client_secret:', '?sig='])(
    'takes out %s',
    (before) =>
      gone(
        lettersAndDigits(6, 30).map((value) => before + value),
        (text) => text.slice(before.length),
      ),
  );
  it('takes out tokens of Slack', () => gone(lettersAndDigits(10, 40).map((rest) => `xoxb-1234-${rest}`)));
  it('takes out long random words', () => gone(lettersAndDigits(36, 80).map((rest) => `9${rest}z`)));
  it('takes out the user of an address', () =>
    gone(
      fc.tuple(name, name).map(([user, password]) => `ftp://${user}:${password}@host/a`),
      (text) => text.slice(6, -7),
    ));
  it('takes out home folders', () =>
    gone(
      name.map((user) => `C:\\Users\\${user}\\app`),
      (text) => text.split('\\')[2] ?? '',
    ));

  it('gives the same when it is asked twice', () => {
    const parts = fc.array(
      fc.oneof(
        word,
        fc.ipV4(),
        fc.ipV6(),
        name.map((user) => `corp\\${user}`),
      ),
      { maxLength: 8 },
    );
    fc.assert(
      fc.property(parts, (texts) => {
        const once = redact(texts.join(' '));
        expect(redact(once)).toBe(once);
      }),
      { numRuns: 1000 },
    );
  });

  it.each([
    '401.5',
    'HTTP Error 500.19 - 0x8007000d at 08:20:10 on IIS 7.5.7600.16385',
    '-2147024891 and 2147942405 in event 1009, source W3SVC',
    'C:\\inetpub\\wwwroot\\web.config is locked',
    'the pool runs as NT AUTHORITY\\NETWORK SERVICE or IIS APPPOOL\\DefaultAppPool',
    'HKLM\\SOFTWARE is denied to IUSR_WEB01',
    'class {9BA05972-F6A8-11CF-A442-00A0C90A8F39} not registered',
    'ASP 0115, SQLSTATE 28000, STOP 0x0000007B',
    'std::vector and System.Web.HttpException in page a.aspx',
    'GET /upload.ashx - 443 - 404 13 0 1',
    'user name is wrong, password is wrong',
    'http://web-07/scripts/very/long/path/to/some/application/v2/of/ours/default2.aspx?id=7',
    'set the token lifetime, or the signature algorithm',
  ])('leaves alone: %s', (text) => {
    expect(redact(text)).toBe(text);
  });

  it.each([
    [
      '2031-03-04 08:20:10 10.20.0.5 GET /a - 443 CORP\\alice 10.20.9.31 curl/8.9 - 401 1 0 1',
      '2031-03-04 08:20:10 [address] GET /a - 443 [user] [address] curl/8.9 - 401 1 0 1',
    ],
    [
      '10.0.0.1 - alice [04/Mar/2031:08:20:10 +0000] "GET / HTTP/1.1" 401 0',
      '[address] - [user] [04/Mar/2031:08:20:10 +0000] "GET / HTTP/1.1" 401 0',
    ],
    ["Login failed for user 'CORP\\web$'.", 'Login failed for user [user].'],
    ['Server=db;User ID=sa;Password=hunter2;Encrypt=true', 'Server=db;User ID=[user];Password=[secret];Encrypt=true'],
    ['Authorization: Basic YWxpY2U6aHVudGVyMg==', 'Authorization: Basic [secret]'],
    ['from fe80::1%eth0 and ::1.', 'from [address] and [address].'],
    ['<@U0123ABC> and @ben saw it', '[user] and [user] saw it'],
  ])('makes of %s', (text, redacted) => {
    expect(redact(text)).toBe(redacted);
  });

  it('takes a long page in a time that grows with its length only', () => {
    const hostile = [
      'a'.repeat(50_000),
      ':'.repeat(50_000),
      '1.'.repeat(25_000),
      'a\\'.repeat(25_000),
      'user '.repeat(10_000),
      'a@'.repeat(25_000),
      'a.'.repeat(25_000),
      'Bearer '.repeat(7_000),
    ];
    for (const text of hostile) expect(redact(text).length).toBeGreaterThan(0);
  });
});
