import { format } from 'node:util';
import { type Logger as BoltLogger, LogLevel } from '@slack/bolt';
import type { Logger } from '../../log.js';

/** Bolt's lines of level debug go on with whole payloads, which are what people wrote: the log is no place for that. */
const longestDebug = 120;

/** Bolt's logger over ours, so that one process writes one kind of line. */
export function boltLogger(log: Logger): BoltLogger {
  return {
    debug: (...message) => log.debug(format(...message).slice(0, longestDebug)),
    info: (...message) => log.info(format(...message)),
    warn: (...message) => log.warn(format(...message)),
    error: (...message) => log.error(format(...message)),
    setLevel() {},
    getLevel: () => (log.isLevelEnabled('debug') ? LogLevel.DEBUG : LogLevel.INFO),
    setName() {},
  };
}
