import { randomBytes } from 'node:crypto';
import { destination, type LevelWithSilent, type Logger, pino } from 'pino';

export type { Logger } from 'pino';

/** A logger that writes one JSON object a line to standard error; tokens and response addresses never get in. */
export function createLogger(level: LevelWithSilent): Logger {
  return pino(
    {
      level,
      base: null,
      timestamp: () => `,"time":"${new Date().toISOString()}"`,
      redact: { paths: ['token', '*.token', '*.response_url', '*.headers'], censor: '[redacted]' },
    },
    destination({ fd: 2, sync: true }),
  );
}

/** A short name for one failure, said to the person and written in the log: `K7Q2-M9XD`. */
export function newReference(): string {
  const alphabet = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';
  const letters = [...randomBytes(8)].map((byte) => alphabet[byte % alphabet.length]);
  return `${letters.slice(0, 4).join('')}-${letters.slice(4).join('')}`;
}
