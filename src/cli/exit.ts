/** What the exit code means, for every subcommand. */
export const exitCodes = `Exit codes:
  0  it ran, also when nothing matched
  1  \`check\` found errors, \`card\` found no article, or it failed; the message says why
  2  wrong usage, settings or input`;

/** The person asked for something that cannot be done; the message says what to do instead. */
export class UsageError extends Error {
  readonly code = 'usage';
}
