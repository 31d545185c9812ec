import { pino } from 'pino';
import type { Logger } from '../../src/log.js';

/** A log whose messages, of every level, end in a list. */
export function loggerInto(lines: string[]): Logger {
  return pino({ level: 'info' }, { write: (line: string) => lines.push(JSON.parse(line).msg) });
}
