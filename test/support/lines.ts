import { Writable } from 'node:stream';

/** A stream for a logger, and the lines that were written to it, parsed. */
export function logLines(): { to: Writable; lines: Record<string, unknown>[] } {
  const lines: Record<string, unknown>[] = [];
  const to = new Writable({
    write(chunk, _, done) {
      lines.push(JSON.parse(String(chunk)));
      done();
    },
  });
  return { to, lines };
}
