import type { SourceLine } from './source-line.js';

const label = /^(NOTES?|IMPORTANT NOTE|WARNING|IMPORTANT|CAUTION):(?=\s|$)/i;

/** The word that opens a note (`NOTE:`, `WARNING:`, `IMPORTANT:`, `CAUTION:`, in any case) without its colon, or null. */
export function noteLabel(line: SourceLine): string | null {
  return label.exec(line.text)?.[1] ?? null;
}
