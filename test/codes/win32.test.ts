import { describe, expect, it } from 'vitest';
import { found, read, readings } from './found.js';

describe('Win32 errors', () => {
  it.each([
    ['System error 1067', '1067'],
    ['System error 1067 has occurred.', '1067'],
    ['system error: 1067', '1067'],
    ['Error 1067: the process ended', '1067'],
    ['error code 1067', '1067'],
    ['error 1067', '1067'],
    ['(error 1067)', '1067'],
    ['error (1067)', '1067'],
    ['error # 1067', '1067'],
    ['Windows error 1067', '1067'],
    ['Win32 error 1067', '1067'],
    ['Win32 error: 1067', '1067'],
    ['win32: 1067', '1067'],
    ['Win32Exception (1067): message', '1067'],
    ['win32 status 1067', '1067'],
    ['sc-win32-status 1067', '1067'],
    ['sc-win32-status=1067', '1067'],
    ['sc_win32_status=1067', '1067'],
    ['NativeErrorCode: 1067', '1067'],
    ['net helpmsg 1067', '1067'],
    ['NET HELPMSG 1067', '1067'],
    ['More help is available by typing NET HELPMSG 1067.', '1067'],
    ['GetLastError 1067', '1067'],
    ['GetLastError() = 1067', '1067'],
    ['GetLastError() returned 1067', '1067'],
    ['LastError: 1067', '1067'],
    ['os error 1067', '1067'],
    ['error1067', '1067'],
    ['Win32 Error1067', '1067'],
    ['err1067 at start', '1067'],
    ['errno 1067', '1067'],
    ['service-specific error 1067', '1067'],
    ['the service fails with 1067.', '1067'],
    ['1067', '1067'],
    ['error 0x42B', '0x42B'],
    ['0x42b', '0x42b'],
    ['0x0000042B', '0x0000042B'],
    ['ERROR_PROCESS_ABORTED', 'ERROR_PROCESS_ABORTED'],
    ['error_process_aborted', 'error_process_aborted'],
  ])('reads 1067 in %j', (text, code) => expect(read(text)).toEqual([`${code} = win32:1067`]));

  it.each([
    ['error 5', ['win32:5']],
    ['Win32 error 5', ['win32:5']],
    ['System error 5 has occurred', ['win32:5']],
    ['failed with error 2', ['win32:2']],
    ['error 5 and 32', ['win32:5', 'win32:32']],
    ['ERROR_ACCESS_DENIED (5)', ['win32:5']],
    ['NET HELPMSG 3523', ['win32:3523']],
    ['service specific error 2147942405', ['hresult:0x80070005']],
    ['RPC_S_SERVER_UNAVAILABLE', ['win32:1722']],
    ['12029', ['win32:12029']],
    ['WinHTTP error 12002', ['win32:12002']],
    ['System error 500', ['win32:500']],
    ['net helpmsg 203', ['win32:203']],
    ['GetLastError() = 206', ['win32:206']],
    ['Service error 503', ['http:503']],
  ])('reads %j', (text, codes) => expect(found(text)).toEqual(codes));

  it('names the Win32 error in a small hexadecimal number, and the STOP code when it stands alone', () => {
    expect(readings('0x7B')).toEqual(['win32:123', 'stop:0x0000007B']);
    expect(readings('error 0x7B')).toEqual(['win32:123']);
  });

  it.each([
    '2 errors',
    '10 errors found',
    '3 warnings, 5 errors',
    'Errors: 5',
    'error on line 5',
    'compile error 1067',
    'run-time error 5',
    'the year 1067',
    '1067 AD',
    '1067 users',
    '1067 bytes',
    'PID 1067',
    'order 1067',
    'bug 1067',
    'ERROR_OF_OUR_OWN',
  ])('reads nothing in %j', (text) => expect(found(text)).toEqual([]));
});
