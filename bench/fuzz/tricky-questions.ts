import { below, pick, type Random, seededRandom } from '../search/seeded-random.js';

/** The longest text that Slack takes. */
export const longestQuestion = 40_000;

/** What patterns stumble over when it is repeated: beginnings that never end, runs, near misses, everyday input. */
const pieces = [
  '0',
  '1',
  '9',
  '401',
  '401.5',
  '401.',
  '.5',
  '0x',
  '0x80070005',
  '-2147024891',
  '80070005',
  '1.1',
  '1,000',
  "1'000",
  '1:1',
  ':',
  '::',
  'a:',
  '1/1/',
  '1-1',
  '10.0.0.1',
  '10.0.0.',
  '1.1.1.1:80 ',
  '2002-01-27 10:11:12 ',
  '(',
  ')',
  '((',
  '[',
  ']',
  '{',
  '}',
  '<',
  '>',
  '&',
  '&lt;',
  '&amp;',
  '&#',
  '"',
  "'",
  '“',
  '`',
  '```',
  '*',
  '_',
  '__',
  '-',
  '--',
  '~',
  '+',
  '++',
  '#',
  '##',
  '@',
  '@a',
  'a@',
  'a@a.',
  'a@a.aa ',
  '.',
  '..',
  ',',
  ';',
  '/',
  '//',
  '\\',
  '\\\\',
  '|',
  '%',
  '%20',
  ' ',
  '  ',
  '\t',
  '\n',
  '\r\n',
  '\n\n',
  'a',
  'A',
  'aA',
  'a-',
  'a_',
  'a.',
  'a1',
  '1a',
  'a b ',
  'ab ',
  'x',
  'xox',
  'xoxb-',
  'eyJ',
  'Bearer ',
  'Bearer 1',
  'password=',
  'password: ',
  'token=',
  'secret="',
  'http://',
  'https://a:',
  'https://a:b@',
  'a://',
  'user=',
  'User ',
  'login "',
  'C:\\Users\\',
  '/home/',
  'DOMAIN\\user ',
  '<@U123|',
  '<@',
  '<!',
  '<http://a|',
  '|b>',
  'product:',
  'product:"',
  'id:"',
  "id:'",
  'version:“',
  'id:Q',
  'Q288323 ',
  'KB',
  'Event ID ',
  'event id: 5002 ',
  'source: ',
  'W3SVC',
  'W3SVC1, a, b, 1, 1, 1, ',
  '#Fields: ',
  '#Fields: sc-status ',
  '#Fields:',
  'GET / ',
  ' GET',
  'HTTP/1.1 ',
  'HTTP/',
  'ftp ',
  'FTP 530 ',
  'odbc ',
  'SQLSTATE ',
  '[State=',
  'ASP 0115 ',
  'STOP 0x',
  'winsock ',
  'error ',
  'error code ',
  'errors: 5 ',
  'status ',
  'sc-status',
  ' 1 1 1',
  ' 404 0 2 ',
  ' - - ',
  'phone +1 ',
  '+1 555 ',
  'the ',
  'not ',
  'access denied ',
  'ntlm ',
  'ntlmm ',
  'authentification ',
  'w3wp.exe ',
  'Keep-Alive ',
  'AllowKeepAlive',
  'qwertyuiop ',
  'web-01 ',
  'a-1-',
  'é',
  'ß',
  'İ',
  '\u202e',
  '\u200b',
  '\u2060',
  '\ufeff',
  '\0',
  '\u001b[31m',
  '\ud83d',
  '\udc4d',
  '👍',
  '👩‍👩‍👧‍👦',
  'e\u0301',
  '\u0301',
  'שלום ',
  'مرحبا ',
  '漢字',
  '１２３',
  '٤٠١',
  '𝟜𝟘𝟙',
  '⁴⁰¹',
  '−1',
  '–',
  '…',
  '\u00a0',
  '\u2028',
] as const;

const lines = [
  '2008-05-09 08:46:14 W3SVC1 10.1.2.3 GET /app/default.aspx id=7 80 CORP\\anna 10.9.8.7 Mozilla/4.0+(compatible;+MSIE+7.0) 401 5 0',
  '10.9.8.7 - anna [09/May/2008:08:46:14 +0200] "GET /a.aspx HTTP/1.1" 500 1245 "http://a/b" "Mozilla/5.0"',
  '#Fields: date time s-ip cs-method cs-uri-stem s-port cs-username c-ip sc-status sc-substatus sc-win32-status time-taken',
  'W3SVC1, 5/9/2008, 8:46:14, W3SVC1, WEB01, 10.1.2.3, 2453, 152, 1200, 404, 2, GET, /a.htm, -,',
  '2008-05-09 08:46:14 10.9.8.7 2094 10.1.2.3 80 HTTP/1.1 GET /a 503 1 AppOffline DefaultAppPool',
  '   at System.Web.HttpApplication.CallHandlerExecutionStep.System.Web.HttpApplication.IExecutionStep.Execute() +0x1a3',
  'System.UnauthorizedAccessException: Access to the path "C:\\inetpub\\wwwroot\\a.txt" is denied. (0x80070005)',
  'Caused by: java.lang.OutOfMemoryError: Java heap space at com.example.Foo$1.run(Foo.java:42)',
  'Event Type: Error Event Source: W3SVC Event Category: None Event ID: 1009 Date: 5/9/2008',
  '{"level":"error","time":1210322774000,"err":{"type":"Error","code":"ECONNRESET","errno":-104}}',
  'Server=db01;Database=shop;User Id=sa;Password=hunter2;Encrypt=true',
  'why does the site ask for my password again and again after we moved the web server to the new domain?',
] as const;

/**
 * A question that nobody would ask, by its number: always the same for the same number. Most are some hundred
 * characters long, every tenth is as long as Slack allows.
 */
export function trickyQuestion(number: number): string {
  const random = seededRandom(number * 2_654_435_761);
  const length = lengthOf(random);
  return shapes[below(random, shapes.length)]?.(random, length).slice(0, length) ?? '';
}

function lengthOf(random: Random): number {
  const draw = random();
  if (draw < 0.1) return longestQuestion;
  return draw < 0.4 ? 500 + below(random, 7_500) : 1 + below(random, 500);
}

const shapes: ((random: Random, length: number) => string)[] = [
  /** One piece over and over, with something else at its end: what backtracking fears most. */
  (random, length) => repeated(pick(random, pieces), length - 2) + pick(random, pieces),
  (random, length) => pick(random, pieces) + repeated(pick(random, pieces) + pick(random, pieces), length),
  (random, length) => repeated(pick(random, pieces) + pick(random, pieces) + pick(random, pieces), length),
  /** One piece for a while, then another one. */
  (random, length) => repeated(pick(random, pieces), length / 2) + repeated(pick(random, pieces), length / 2),
  (random, length) => mixed(random, pieces, '', length),
  (random, length) => mixed(random, pieces, ' ', length),
  (random, length) => mixed(random, lines, '\n', length),
  (random, length) => mixed(random, [...lines, ...pieces], ' ', length),
  (random, length) => `${lineLike(random)}\n`.repeat(Math.ceil(length / 100)),
  (_random, length) => '([{<"'.repeat(length / 10) + ')]}>"'.repeat(length / 10),
  (random, length) => words(random, length),
  (random, length) => codes(random, length),
  (random, length) => characters(random, length),
];

function repeated(piece: string, length: number): string {
  return piece.repeat(Math.max(1, Math.ceil(length / piece.length)));
}

function mixed(random: Random, from: readonly string[], separator: string, length: number): string {
  const parts: string[] = [];
  for (let size = 0; size < length; size += (parts.at(-1)?.length ?? 0) + separator.length)
    parts.push(pick(random, from));
  return parts.join(separator);
}

/** A line with some of its characters changed. */
function lineLike(random: Random): string {
  return [...pick(random, lines)].map((one) => (random() < 0.05 ? pick(random, pieces) : one)).join('');
}

/** Words that no article has, each another one, so that each is looked up and repaired. */
function words(random: Random, length: number): string {
  const parts: string[] = [];
  for (let size = 0; size < length; size += 8) {
    parts.push(
      Array.from({ length: 3 + below(random, 9) }, () => 'etaoinshrdlucmfw'.charAt(below(random, 16))).join(''),
    );
  }
  return parts.join(pick(random, [' ', ' ', '-', '.', '_', '/']));
}

/** Codes of every kind, each another one. */
function codes(random: Random, length: number): string {
  const makers = [
    () => `${400 + below(random, 200)}.${below(random, 40)}`,
    () => `0x8007${below(random, 0xffff).toString(16).padStart(4, '0')}`,
    () => `error ${below(random, 16_000)}`,
    () => `Event ID ${below(random, 9_999)}`,
    () => `-${2_147_000_000 + below(random, 483_647)}`,
    () => `KB${100_000 + below(random, 899_999)}`,
    () => `ASP 0${below(random, 300)}`,
  ];
  const parts: string[] = [];
  for (let size = 0; size < length; size += 8) parts.push(pick(random, makers)());
  return parts.join(pick(random, [' ', ', ', '\n', '/', ';']));
}

function characters(random: Random, length: number): string {
  const limit = pick(random, [0x7f, 0x7f, 0x24f, 0x2fff, 0xffff]);
  return Array.from({ length }, () => String.fromCharCode(below(random, limit + 1))).join('');
}
