import { describe, expect, it } from 'vitest';
import { found, read, readings } from './found.js';

describe('HTTP statuses', () => {
  it.each([
    ['401.5', '401.5'],
    ['401-5', '401-5'],
    ['401;5', '401;5'],
    ['401,5', '401,5'],
    ['401 5', '401 5'],
    ['401–5', '401–5'],
    ['http401.5', '401.5'],
    ['HTTP401.5', '401.5'],
    ['http-401.5', '401.5'],
    ['http 401.5', '401.5'],
    ['HTTP/1.1 401.5', '401.5'],
    ['HTTP Error 401.5', '401.5'],
    ['HTTP Error 401.5 - Unauthorized: Authorization failed by ISAPI/CGI application', '401.5'],
    ['error 401 5', '401 5'],
    ['error: 401.5', '401.5'],
    ['error=401.5', '401.5'],
    ['401 sub 5', '401 sub 5'],
    ['401 substatus 5', '401 substatus 5'],
    ['401 sub-status 5', '401 sub-status 5'],
    ['401 sub status code 5', '401 sub status code 5'],
    ['401 sub status code: 5', '401 sub status code: 5'],
    ['status 401 substatus 5', '401 substatus 5'],
    ['status=401 substatus=5', '401 substatus=5'],
    ['status=401&substatus=5', '401&substatus=5'],
    ['Status: 401, sub-status: 5', '401, sub-status: 5'],
    ['sc-status 401 sc-substatus 5', '401 sc-substatus 5'],
    ['sc-status=401 sc-substatus=5', '401 sc-substatus=5'],
    ['sc_status=401 sc_substatus=5', '401 sc_substatus=5'],
    ['sc-status 401\nsc-substatus 5', '401\nsc-substatus 5'],
    ['HttpStatus="401", HttpSubStatus="5"', '401", HttpSubStatus="5'],
    ['<error statusCode="401" subStatusCode="5" path="/denied.htm" />', '401" subStatusCode="5'],
    ['{"status":401,"substatus":5}', '401,"substatus":5'],
    ['401-5 nltm sp6a', '401-5'],
    ['iis 401.5', '401.5'],
    ['IIS 7.5 error 401.5', '401.5'],
    ['(401.5)', '401.5'],
    ['[401.5]', '401.5'],
    ['"401.5"', '401.5'],
    ['*401.5*', '401.5'],
    ['_401.5_', '401.5'],
    ['~401.5~', '401.5'],
    ['`401.5`', '401.5'],
    ['```401.5```', '401.5'],
    ['> 401.5', '401.5'],
    ['<@U012AB3CD> 401.5', '401.5'],
    ['401.5?', '401.5'],
    ['401.5.', '401.5'],
    ['What does 401.5 mean?', '401.5'],
    ['I get a 401.5 when I browse to the site', '401.5'],
    ['issue: 401.5 on the intranet', '401.5'],
    ['I have a question about 401.5', '401.5'],
  ])('reads a sub-status in %j', (text, code) => expect(read(text)).toEqual([`${code} = http:401.5`]));

  it.each([
    ['500;100', 'http:500.100'],
    ['500.100', 'http:500.100'],
    ['HTTP 500.19', 'http:500.19'],
    ['500.19 rewrite', 'http:500.19'],
    ['HTTP Error 500.19 - Internal Server Error', 'http:500.19'],
    ['HTTP Error 502.5 - ANCM Out-Of-Process Startup Failure', 'http:502.5'],
    ['HTTP Error 500.30 - ASP.NET Core app failed to start', 'http:500.30'],
    ['HTTP Error 403.14 – Forbidden', 'http:403.14'],
    ['404.0', 'http:404.0'],
    ['404.13', 'http:404.13'],
    ['503.2', 'http:503.2'],
    ['401.503', 'http:401.503'],
    ['HTTP 404.99', 'http:404.99'],
  ])('reads other sub-statuses in %j', (text, code) => expect(found(text)).toEqual([code]));

  it.each([
    ['HTTP/1.1 401', '401'],
    ['HTTP/1.1 401 Unauthorized', '401'],
    ['HTTP/2 401', '401'],
    ['HTTP/2.0 401', '401'],
    ['HTTP 401', '401'],
    ['HTTP_401', '401'],
    ['http401', '401'],
    ['HTTP Error 401', '401'],
    ['HTTP Error 401. The request is refused.', '401'],
    ['HTTP Status 401', '401'],
    ['sc-status 401', '401'],
    ['status_code=401', '401'],
    ['statusCode: 401', '401'],
    ['{"statusCode": 401, "path": "/a"}', '401'],
    ['The remote server returned an error: (401) Unauthorized.', '401'],
    ['Response status code does not indicate success: 401 (Unauthorized).', '401'],
    ['401 - Unauthorized: access was refused', '401'],
    ['users get 401 after the patch', '401'],
    ['we see 401s on one node', '401'],
    ['lots of 401 errors since noon', '401'],
    ['it fails with 401.', '401'],
  ])('reads a status alone in %j', (text, code) => expect(read(text)).toEqual([`${code} = http:401`]));

  it.each([
    ['404 - File or directory not found.', 'http:404'],
    ['405 - HTTP verb used to access this page is not allowed.', 'http:405'],
    ['500 - Internal server error.', 'http:500'],
    ['503 Service Unavailable', 'http:503'],
    ['HTTP 429', 'http:429'],
    ['HTTP 418', 'http:418'],
    ['HTTP 200', 'http:200'],
  ])('reads other statuses in %j', (text, code) => expect(found(text)).toEqual([code]));

  it.each([
    ['401, 403 and 500', ['http:401', 'http:403', 'http:500']],
    ['HTTP 401, 403 or 500', ['http:401', 'http:403', 'http:500']],
    ['401.1 401.2 401.3', ['http:401.1', 'http:401.2', 'http:401.3']],
    ['errors 401.1, 401.2 and 401.3 in the log', ['http:401.1', 'http:401.2', 'http:401.3']],
    ['We had 401.1/401.2 errors', ['http:401.1', 'http:401.2']],
    ['We see 401/403 on one node', ['http:401', 'http:403']],
    ['we see 401, 403 or 500 in the browser', ['http:401', 'http:403', 'http:500']],
    ['401.3|500.19', ['http:401.3', 'http:500.19']],
    ['500.19 (0x80070021)', ['http:500.19', 'hresult:0x80070021']],
    ['HTTP Error 500.19\nError Code\n   0x8007000d', ['http:500.19', 'hresult:0x8007000D']],
  ])('reads several codes in %j', (text, codes) => expect(found(text)).toEqual(codes));

  it.each([
    ['401 5 5', '401 5', 'win32:5'],
    ['sc-status 401 5 5', '401 5', 'win32:5'],
    ['status 401 5 1326', '401 5', 'win32:1326'],
    ['401,5,5', '401,5', 'win32:5'],
    ['401, 5, 5', '401, 5', 'win32:5'],
    ['401;5;5', '401;5', 'win32:5'],
    ['401/5/5', '401/5', 'win32:5'],
    ['401 - 5 - 5', '401 - 5', 'win32:5'],
    ['(401 5 5)', '401 5', 'win32:5'],
    ['the log says 401 5 5', '401 5', 'win32:5'],
    ['401 5 5 15', '401 5', 'win32:5'],
    ['401 5 5 1234 567 15', '401 5', 'win32:5'],
    ['401 5 2148074254', '401 5', 'hresult:0x8009030E'],
    ['HTTP status 401, substatus 5, win32 status 5', '401, substatus 5', 'win32:5'],
    ['sc-status=401 sc-substatus=5 sc-win32-status=64', '401 sc-substatus=5', 'win32:64'],
    ['{"status":401,"substatus":5,"win32":33}', '401,"substatus":5', 'win32:33'],
  ])('reads status, sub-status and Win32 status in %j', (text, http, win32) => {
    expect(read(text)).toEqual([`${http} = http:401.5`, expect.stringContaining(`= ${win32}`)]);
  });

  it.each([
    ['sc-status 401 5 0', ['http:401.5']],
    ['500 0 64', ['http:500.0', 'win32:64']],
    ['200 0 64', ['http:200.0', 'win32:64']],
    ['500 19 33 0', ['http:500.19', 'win32:33']],
    [
      'I saw 401 2 5 and then 401 1 2148074248 for one user',
      ['http:401.2', 'win32:5', 'http:401.1', 'hresult:0x80090308'],
    ],
  ])('reads the numbers of a log in %j', (text, codes) => expect(found(text)).toEqual(codes));

  it('gives a bare status its other readings', () => {
    expect(readings('500')).toEqual(['http:500', 'ftp:500', 'win32:500']);
    expect(readings('error 503')).toEqual(['http:503', 'ftp:503']);
    expect(readings('HTTP 500')).toEqual(['http:500']);
  });

  it.each(['401.05', '401.5.6', '401.5.6.7', 'HTTP 600', 'HTTP 099', 'HTTP/1.1', 'HTTP/2', 'HTTP 1.1', 'error 999'])(
    'reads no status in %j',
    (text) => expect(found(text)).toEqual([]),
  );
});
