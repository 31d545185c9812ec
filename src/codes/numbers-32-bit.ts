import { isDocumented } from './describe-code.js';
import { hex32, wrappedWin32 } from './normal-form.js';
import type { ReadAs } from './passage.js';

/** Facilities of the HRESULTs that Windows, IIS, COM, ADO, .NET and cryptography return. */
const knownFacilities = new Set([
  0x000, 0x001, 0x002, 0x003, 0x004, 0x007, 0x008, 0x009, 0x00a, 0x00b, 0x00c, 0x00d, 0x00e, 0x00f, 0x011, 0x013, 0x019,
  0x024,
]);

/** How a 32-bit value reads as HRESULT or NTSTATUS, likeliest first; empty when it looks like neither. */
export function readings32(value: number): ReadAs[] {
  const code = hex32(value);
  if (isDocumented('ntstatus', code)) return [['ntstatus', code]];
  if (isDocumented('hresult', code)) return hresultReadings(value);
  const upper = value >>> 16;
  if (upper >>> 12 === 0x8 && knownFacilities.has(upper & 0xfff)) return hresultReadings(value);
  return upper >= 0xc000 && upper <= 0xc00f ? [['ntstatus', code]] : [];
}

/** Whether the tables have a name for a 32-bit value, or for the Win32 error inside. */
export function isNamed32(value: number): boolean {
  const code = hex32(value);
  if (isDocumented('ntstatus', code) || isDocumented('hresult', code)) return true;
  const inside = wrappedWin32(value);
  return inside !== null && isDocumented('win32', String(inside));
}

/** How a 32-bit value reads when the text calls it an HRESULT or an error, whatever its facility. */
export function readings32Called(value: number): ReadAs[] {
  const readAs = readings32(value);
  if (readAs.length > 0) return readAs;
  if (value >>> 28 === 0x8) return hresultReadings(value);
  return value >>> 30 === 3 && value !== 0xffff_ffff ? [['ntstatus', hex32(value)]] : [];
}

/** A Win32 error number, as a Winsock error first when it is one. */
export function win32Readings(value: number): ReadAs[] {
  const code = String(value);
  return isDocumented('winsock', code)
    ? [
        ['winsock', code],
        ['win32', code],
      ]
    : [['win32', code]];
}

function hresultReadings(value: number): ReadAs[] {
  const inside = wrappedWin32(value);
  const outside: ReadAs = ['hresult', hex32(value)];
  return inside === null || inside === 0 ? [outside] : [outside, ...win32Readings(inside)];
}
