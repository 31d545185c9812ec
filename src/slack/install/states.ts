import { createHash } from 'node:crypto';
import oauth, { InvalidStateError, type StateStore } from '@slack/oauth';
import type { DeliveryClaims } from '../../store/types.js';

/** How long a person may take between our page and Slack's button. */
export const stateLifeSeconds = 600;

/**
 * The text that goes to Slack with a person who installs, and comes back: signed, good for ten minutes, and once, whichever
 * replica it comes back to. That it comes back in the same browser is seen to by a cookie of the library's.
 * @param claims where a state is used up, for all replicas
 */
export function singleUseStates(secret: string, claims: Pick<DeliveryClaims, 'claim'>): StateStore {
  // By the default export: Node does not see this name among those of the package's.
  const signed = new oauth.ClearStateStore(secret, stateLifeSeconds);
  return {
    generateStateParam: (options, now) => signed.generateStateParam(options, now),
    async verifyStateParam(now, state) {
      const options = await signed.verifyStateParam(now, state);
      // Without the signature, of which the last letter can be written in several ways.
      const content = createHash('sha256')
        .update(state.slice(0, state.lastIndexOf('.')))
        .digest('base64url');
      if (await claims.claim(`install ${content}`, 2 * stateLifeSeconds * 1_000)) return options;
      throw new InvalidStateError('The state was used before');
    },
  };
}
