import { describe, expect, it } from 'vitest';
import { read, readings } from './found.js';

describe('errors of Windows Sockets', () => {
  it.each([
    ['winsock 10061', '10061'],
    ['Winsock error 10061', '10061'],
    ['Winsock error: 10061', '10061'],
    ['winsock error #10061', '10061'],
    ['socket error 10061', '10061'],
    ['Socket Error # 10061\nConnection refused.', '10061'],
    ['System.Net.Sockets.SocketException (10061)', '10061'],
    ['SocketException (10061): No connection could be made to 127.0.0.1:5000', '10061'],
    ['WSAGetLastError 10061', '10061'],
    ['WSAGetLastError() returned 10061', '10061'],
    ['WSA error 10061', '10061'],
    ['error 10061', '10061'],
    ['os error 10061', '10061'],
    ['10061', '10061'],
    ['(10061)', '10061'],
    ['WSAECONNREFUSED', 'WSAECONNREFUSED'],
    ['wsaeconnrefused', 'wsaeconnrefused'],
  ])('reads 10061 in %j, which is a Win32 error too', (text, code) => {
    expect(read(text)).toEqual([`${code} = winsock:10061`]);
    expect(readings(text)).toEqual(['winsock:10061', 'win32:10061']);
  });

  it('reads number and symbol beside each other', () => {
    expect(read('WSAECONNRESET (10054)')).toEqual(['WSAECONNRESET = winsock:10054', '10054 = winsock:10054']);
  });
});
