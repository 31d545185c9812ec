import { AsyncLocalStorage } from 'node:async_hooks';
import { randomBytes } from 'node:crypto';
import { type DestinationStream, destination, type LevelWithSilent, type Logger, pino } from 'pino';
import { withoutSecrets } from './secrets.js';

export type { Logger } from 'pino';

export interface LoggerOptions {
  /** Is told of each line of level error or fatal that is written, with the error in it, if any. */
  onError?: (error: unknown) => void;
  /** Where lines go; standard error unless given. */
  to?: DestinationStream;
}

/**
 * A logger that writes one JSON object a line; tokens and response addresses never get in. Lines that are written for a
 * request carry its reference, whoever writes them.
 */
export function createLogger(level: LevelWithSilent, { onError, to }: LoggerOptions = {}): Logger {
  return pino(
    {
      level,
      base: null,
      timestamp: () => `,"time":"${new Date().toISOString()}"`,
      redact: {
        paths: ['token', '*.token', 'response_url', '*.response_url', 'headers', '*.headers'],
        censor: '[redacted]',
      },
      mixin: () => {
        const reference = references.getStore();
        return reference === undefined ? {} : { reference };
      },
      hooks: {
        logMethod(args, method, number) {
          if (number >= errorLevel) onError?.(errorIn(args[0]));
          method.apply(this, args);
        },
      },
    },
    withoutSecretsInLines(to ?? destination({ fd: 2, sync: true })),
  );
}

/** Errors of libraries say what they were given, so every text of a line is looked through, wherever in it it stands. */
function withoutSecretsInLines(to: DestinationStream): DestinationStream {
  const clean = (_: string, value: unknown) =>
    typeof value === 'string' ? withoutSecrets(value, '[redacted]') : value;
  return { write: (line) => to.write(`${JSON.stringify(JSON.parse(line, clean))}\n`) };
}

const errorLevel = 50;

function errorIn(fields: unknown): unknown {
  if (fields instanceof Error) return fields;
  return typeof fields === 'object' && fields !== null && 'err' in fields ? fields.err : undefined;
}

const references = new AsyncLocalStorage<string>();

/** Does some work, also what it starts and awaits, under the reference of the request that it is for. */
export function withReference<T>(reference: string, work: () => T): T {
  return references.run(reference, work);
}

/** The reference of the request that this is done for; null outside of requests. */
export function currentReference(): string | null {
  return references.getStore() ?? null;
}

/** A short name for one request, said to the person when it fails and written in the log: `K7Q2-M9XD`. */
export function newReference(): string {
  const alphabet = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';
  const letters = [...randomBytes(8)].map((byte) => alphabet[byte % alphabet.length]);
  return `${letters.slice(0, 4).join('')}-${letters.slice(4).join('')}`;
}
