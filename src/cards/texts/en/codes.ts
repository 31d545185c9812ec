import type { CodeKind } from '../../../codes/types.js';
import { number } from './wording.js';

const kinds: Record<CodeKind, string> = {
  http: 'HTTP',
  hresult: 'HRESULT',
  ntstatus: 'NTSTATUS',
  win32: 'Win32 error',
  winsock: 'Winsock error',
  asp: 'ASP error',
  sqlstate: 'SQLSTATE',
  event: 'Event ID',
  stop: 'STOP code',
  ftp: 'FTP reply',
  kb: 'article',
};

/** What is said about error codes. */
export const codes = {
  kinds,
  canAlsoBe: (code: string, readings: string, more: number) =>
    `${code} can also be ${readings}${more > 0 ? ` and ${number(more)} more` : ''}`,
};
