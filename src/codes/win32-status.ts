import { readings32Called, win32Readings } from './numbers-32-bit.js';
import type { ReadAs } from './passage.js';

/** How the win32-status of a log line reads: a Win32 error, or an HRESULT or NTSTATUS as unsigned decimal; 0 is none. */
export function readWin32Status(digits: string): ReadAs[] {
  const value = Number(digits);
  if (value === 0 || value >= 2 ** 32) return [];
  return value <= 0xffff ? win32Readings(value) : readings32Called(value);
}
