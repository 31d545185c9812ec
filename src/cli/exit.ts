/** What the exit code means, for every subcommand. */
export const exitCodes =
  '0 it ran (also when nothing was found) · 1 `check` found errors · 2 wrong usage, settings or input';

/** The person asked for something that cannot be done; the message says what to do instead. */
export class UsageError extends Error {
  readonly code = 'usage';
}
