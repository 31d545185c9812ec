import type { Logger } from '../../log.js';

/** What Slack says about a token that it will never take. */
export const tokenErrors: ReadonlySet<string> = new Set([
  'invalid_auth',
  'not_authed',
  'account_inactive',
  'token_revoked',
  'token_expired',
  'not_allowed_token_type',
]);

/** A token that was refused is shown again so often: somebody may have mended it, and nothing else may call Slack. */
const askAgainMs = 60_000;

/** Knows whether Slack refuses a token from the settings. */
export interface TokenWatch {
  readonly isRefused: boolean;
  /**
   * Hears what Slack said to a call.
   * @param authorization the header that the call came with; calls with other tokens are none of its business
   * @param refusal Slack's name for an error; null when the call was taken
   */
  heard(authorization: string | null, refusal: string | null): void;
  /** Has a refused token shown again from time to time. @param ask makes a call with the bot's token */
  askAgainWith(ask: () => Promise<unknown>): void;
  close(): void;
}

/**
 * Tells once, and clearly, when Slack begins to refuse a token, and when it takes it again.
 * @param tokens by the setting that holds them
 */
export function createTokenWatch(tokens: Record<string, string>, log: Logger): TokenWatch {
  const names = new Map(Object.entries(tokens).map(([name, token]) => [`Bearer ${token}`, name]));
  const refused = new Set<string>();
  let timer: NodeJS.Timeout | undefined;

  return {
    get isRefused() {
      return refused.size > 0;
    },
    heard(authorization, refusal) {
      const name = names.get(authorization ?? '');
      if (name === undefined) return;
      if (refusal === null || !tokenErrors.has(refusal)) {
        if (refused.delete(name)) log.info({ setting: name }, 'Slack takes the token again');
      } else if (!refused.has(name)) {
        refused.add(name);
        log.error(
          { setting: name, refusal },
          `Slack refuses the token in ${name} (${refusal}): the app may have been uninstalled, or the token reset. Nothing is answered with it; put a valid one in and start again`,
        );
      }
    },
    askAgainWith(ask) {
      timer = setInterval(() => {
        if (refused.size > 0) ask().catch(() => {}); // what Slack says comes to `heard`
      }, askAgainMs).unref();
    },
    close: () => clearInterval(timer),
  };
}
