/** A 32-bit value as HRESULT, NTSTATUS and STOP codes are written: `0x80070005`. */
export function hex32(value: number): string {
  return `0x${value.toString(16).toUpperCase().padStart(8, '0')}`;
}

/** The Win32 error inside an HRESULT of FACILITY_WIN32 (0x8007....), or null. */
export function wrappedWin32(hresult: number): number | null {
  return hresult >>> 16 === 0x8007 ? hresult & 0xffff : null;
}
