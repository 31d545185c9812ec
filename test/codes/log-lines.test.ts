import { describe, expect, it } from 'vitest';
import { found, read } from './found.js';

const fields =
  '#Fields: date time s-ip cs-method cs-uri-stem cs-uri-query s-port cs-username c-ip cs(User-Agent) cs(Referer)';
const status = 'sc-status sc-substatus sc-win32-status time-taken';
const start = '2031-03-04 08:12:01 10.20.0.5 GET /orders/500 page=404 443 - 10.20.9.14 Mozilla/5.0+(Test;+rv:500.19) -';

describe('a W3C line without #Fields', () => {
  it.each([
    [`${start} 401 2 5 404`, ['401 2 = http:401.2', '5 = win32:5']],
    [`${start} 401 1 2148074248 4`, ['401 1 = http:401.1', '2148074248 = hresult:0x80090308']],
    [`${start} 401 1 3221225581 4`, ['401 1 = http:401.1', '3221225581 = ntstatus:0xC000006D']],
    [`${start} 403 14 0 1`, ['403 14 = http:403.14']],
    [`${start} 500 19 33`, ['500 19 = http:500.19', '33 = win32:33']],
    [`${start} 404 0 2 1234 500 404`, ['404 0 = http:404.0', '2 = win32:2']],
    [`${start} 502 3 12002 30004`, ['502 3 = http:502.3', '12002 = win32:12002']],
    [`${start} 200 0 64 45180`, ['200 0 = http:200.0', '64 = win32:64']],
    [`${start} 200 0 0 500`, []],
    [`${start} 304 0 0 404`, []],
    [start.replaceAll(' ', '\t').concat('\t401\t2\t5\t404'), ['401\t2 = http:401.2', '5 = win32:5']],
    [`${start.replaceAll(' ', '  ')}  401  2  5  404`, ['401  2 = http:401.2', '5 = win32:5']],
    [`> ${start} 401 2 5 404`, ['401 2 = http:401.2', '5 = win32:5']],
    [`&gt; ${start} 401 2 5 404`, ['401 2 = http:401.2', '5 = win32:5']],
    [`\`${start} 401 2 5 404\``, ['401 2 = http:401.2', '5 = win32:5']],
    [`\`\`\`${start} 401 2 5 404\`\`\``, ['401 2 = http:401.2', '5 = win32:5']],
    [`*${start} 401 2 5 404*`, ['401 2 = http:401.2', '5 = win32:5']],
    [`• ${start} 401 2 5 404`, ['401 2 = http:401.2', '5 = win32:5']],
    [`We see this: ${start} 401 2 5 404 what is it?`, ['401 2 = http:401.2', '5 = win32:5']],
    [
      `${start.replace('10.20.9.14', '<http://10.20.9.14|10.20.9.14>')} 401 2 5 404`,
      ['401 2 = http:401.2', '5 = win32:5'],
    ],
    [`${start}\r\n`, []],
    ['GET /app/ 500 19 33', ['500 19 = http:500.19', '33 = win32:33']],
    ['2031-03-04 08:12:01 10.1.1.1 GET /a.htm 404', ['404 = http:404']],
    ['2031-03-04 08:12:01 10.1.1.1 - 10.2.2.2 80 GET /a.htm - 404 Mozilla/4.0+(compatible)', ['404 = http:404']],
    ['2031-03-04 08:12:01 W3SVC1 10.2.2.2 GET /a - 80 - 10.1.1.1 Mozilla/4.0 403 14 0', ['403 14 = http:403.14']],
  ])('reads %j', (line, codes) => expect(read(line)).toEqual(codes));

  it('reads the error of a classic ASP page in the query', () => {
    const line = start.replace('page=404', '|41|800a0e7a|Provider_cannot_be_found');
    expect(found(`${line} 500 0 0 15`)).toEqual(['hresult:0x800A0E7A', 'http:500.0']);
    expect(found(`${start.replace('page=404', '|12|ASP_0113|Script_timed_out')} 500 0 0 15`)).toEqual([
      'asp:ASP 0113',
      'http:500.0',
    ]);
  });
});

describe('W3C lines with #Fields', () => {
  it.each([
    ['the usual order', `${fields} ${status}\n${start} 401 2 5 404`, ['http:401.2', 'win32:5']],
    [
      'several lines',
      `${fields} ${status}\n${start} 401 2 5 2\n${start} 200 0 0 9\n${start} 404 0 2 1`,
      ['http:401.2', 'win32:5', 'http:404.0', 'win32:2'],
    ],
    [
      'Windows line ends',
      `${fields} ${status}\r\n${start} 401 2 5 404\r\n${start} 404 0 2 500\r\n`,
      ['http:401.2', 'win32:5', 'http:404.0', 'win32:2'],
    ],
    ['tabs', `${fields} ${status}\n${start} 401 2 5 404`.replaceAll(' ', '\t'), ['http:401.2', 'win32:5']],
    [
      'lost line breaks',
      `#Software: Microsoft Internet Information Services 10.0 #Version: 1.0 #Date: 2031-03-04 00:00:07 ${fields} ${status} ${start} 401 2 5 2 ${start} 404 0 2 17`,
      ['http:401.2', 'win32:5', 'http:404.0', 'win32:2'],
    ],
    ['a code block', `\`\`\`${fields} ${status}\n${start} 401 2 5 404\`\`\``, ['http:401.2', 'win32:5']],
    [
      'a code block with lines of its own',
      `\`\`\`\n${fields} ${status}\n${start} 401 2 5 404\n\`\`\``,
      ['http:401.2', 'win32:5'],
    ],
    ['a quotation', `> ${fields} ${status}\n> ${start} 401 2 5 404`, ['http:401.2', 'win32:5']],
    ['an escaped quotation', `&gt; ${fields} ${status}\n&gt; ${start} 401 2 5 404`, ['http:401.2', 'win32:5']],
    ['small letters', '#fields: sc-status sc-substatus sc-win32-status\n401 5 5', ['http:401.5', 'win32:5']],
    [
      'another order',
      '#Fields: sc-win32-status sc-status time-taken sc-substatus cs-uri-stem\n33 500 404 19 /app',
      ['win32:33', 'http:500.19'],
    ],
    [
      'the reverse order',
      '#Fields: time-taken sc-win32-status sc-substatus sc-status\n404 5 3 401',
      ['win32:5', 'http:401.3'],
    ],
    [
      'no sub-status',
      '#Fields: date time sc-status sc-win32-status time-taken\n2031-03-04 08:22:33 401 5 404',
      ['http:401', 'win32:5'],
    ],
    [
      'a status only',
      '#Fields: time c-ip cs-method cs-uri-stem sc-status\n08:12:01 10.1.1.1 GET /a.htm 404',
      ['http:404'],
    ],
    ['a missing value', '#Fields: sc-status sc-substatus sc-win32-status\n404 - 2', ['http:404', 'win32:2']],
    ['no values', '#Fields: sc-status sc-substatus sc-win32-status\n- - -', []],
    [
      'new fields half way',
      '#Fields: sc-status sc-substatus sc-win32-status\n401 5 5\n#Fields: time-taken sc-status\n500 404',
      ['http:401.5', 'win32:5', 'http:404'],
    ],
    [
      'words after it',
      '#Fields: sc-status sc-substatus sc-win32-status\n404 0 2\nand then we saw HTTP 500.19',
      ['http:404.0', 'win32:2', 'http:500.19'],
    ],
    [
      'a user name with a blank',
      `${fields} ${status}\n${start.replace('443 -', '443 CORP\\ana smith')} 401 2 5 404`,
      ['http:401.2', 'win32:5'],
    ],
    [
      'IIS 5.0',
      '#Software: Microsoft Internet Information Services 5.0\n#Date: 2001-05-02 17:42:15\n#Fields: date time c-ip cs-username s-ip s-port cs-method cs-uri-stem cs-uri-query sc-status cs(User-Agent)\n2001-05-02 17:42:15 10.2.2.5 - 10.3.2.5 80 GET /p.jpg - 404 Mozilla/4.0+(compatible;MSIE+5.5)',
      ['http:404'],
    ],
    [
      'FTP',
      '#Fields: c-ip cs-username s-port cs-method cs-uri-stem sc-status sc-win32-status sc-substatus\n10.1.1.1 - 21 PASS *** 530 1326 41',
      ['ftp:530', 'win32:1326'],
    ],
    ['FTP 6', '#Fields: time c-ip cs-method sc-status\n08:44:00 10.1.1.1 [1]PASS 530', ['ftp:530']],
  ])('reads %s', (_, text, codes) => expect(found(text)).toEqual(codes));
});

describe('httperr lines', () => {
  const columns = '#Fields: date time c-ip c-port s-ip s-port cs-version cs-method cs-uri';
  const head = '2031-03-04 09:00:01 10.20.9.80 51514 10.20.0.5 443 HTTP/1.1 GET /api/500';
  it.each([
    [`${head} 400 - RequestLength -`, ['400 = http:400']],
    [`${head} 400 - Hostname -`, ['400 = http:400']],
    [`${head} 503 7 AppOffline PoolOrders`, ['503 = http:503']],
    [`${head} 503 500 QueueFull PoolOrders`, ['503 = http:503']],
    [`${head} 503 1 N/A PoolOrders`, ['503 = http:503']],
    [`${head} 414 - URL_Length -`, ['414 = http:414']],
    [`${head} - 7 Connection_Abandoned_By_ReqQueue PoolOrders`, []],
    ['2031-03-04 09:04:11 10.20.9.83 52011 10.20.0.5 443 - - - - - Timer_ConnectionIdle -', []],
    ['2031-03-04 09:01:17 fe80::1%12 51620 fe80::2%12 80 HTTP/1.1 GET / 503 1 Disabled P', ['503 = http:503']],
    [`${columns} sc-status s-siteid s-reason s-queuename\n${head} 503 404 AppOffline PoolOrders`, ['503 = http:503']],
    [`${columns} streamid sc-status s-siteid s-reason s-queuename\n${head} 404 503 1 AppOffline P`, ['503 = http:503']],
  ])('reads %j', (text, codes) => expect(read(text)).toEqual(codes));
});

describe('log lines of other formats', () => {
  it.each([
    ['10.1.1.10 - - [04/Mar/2031:08:12:01 +0000] "GET /a HTTP/1.1" 404 500', ['404 = http:404']],
    ['10.1.1.10 - - [04/Mar/2031:08:12:01 +0000] "GET /a HTTP/1.1" 500 1067 "-" "Mozilla/5.0"', ['500 = http:500']],
    [
      '10.1.1.5, -, 03/20/98, 23:58:11, W3SVC1, SALES1, 10.1.1.9, 60, 275, 3000, 404, 2, GET, /a.htm, -,',
      ['404 = http:404', '2 = win32:2'],
    ],
    [
      '10.1.1.5, ana, 03/20/98, 23:58:11, MSFTPSVC1, SALES1, 10.1.1.9, 60, 275, 0, 530, 1326, PASS, -, -,',
      ['530 = ftp:530', '1326 = win32:1326'],
    ],
    ['10.1.1.5, -, 03/20/98, 23:58:11, W3SVC1, SALES1, 10.1.1.9, 404, 500, 503, 200, 0, GET, /a.htm, -,', []],
  ])('reads %j', (text, codes) => expect(read(text)).toEqual(codes));
});
