import type { Texts } from '../texts.js';
import { number } from './wording.js';

export const codes: Texts['codes'] = {
  kinds: {
    http: 'HTTP',
    hresult: 'HRESULT',
    ntstatus: 'NTSTATUS',
    win32: 'Win32-Fehler',
    winsock: 'Winsock-Fehler',
    asp: 'ASP-Fehler',
    sqlstate: 'SQLSTATE',
    event: 'Ereignis-ID',
    stop: 'STOP-Code',
    ftp: 'FTP-Antwort',
    kb: 'Artikel',
  },
  canAlsoBe: (code, readings, more) =>
    `${code} kann auch bedeuten: ${readings}${more > 0 ? ` und ${number(more)} weitere` : ''}`,
};
