import type { WebClientOptions } from '@slack/web-api';
import type { Config, OAuth } from '../../config.js';
import type { Logger } from '../../log.js';
import type { Observer } from '../../operating/observer.js';
import type { Page } from '../../operating/pages.js';
import type { Store } from '../../store/types.js';
import { webClientOptions } from '../connection/web-api.js';
import type { SeeingOff } from '../events/token-events.js';
import { createInstalled } from '../install/installed.js';
import { createInstaller, installPath } from '../install/installer.js';
import { type Authorization, authorizeByInstallation, authorizeByToken } from './authorize.js';
import type { TokenWatch } from './token-watch.js';

/** How the bot gets at the tokens that it answers with, and what comes with that. */
export interface Access extends Authorization {
  clientOptions: WebClientOptions;
  /** Pages for installing; none where the token is a setting. */
  pages: readonly Page[];
  /** Address of the page for installing; null where there is none, or nobody said. */
  installUrl: string | null;
  seeingOff: SeeingOff | null;
}

/** Who hears what. */
export interface Listening {
  log: Logger;
  observer: Observer;
  tokens: Pick<TokenWatch, 'heard'>;
}

/**
 * The token of the settings, or those of the workspaces that the bot was installed in.
 * @throws Error when tokens are to be kept and there is no store
 */
export function createAccess(
  { botToken, oauth, apiUrl }: Pick<Config, 'botToken' | 'oauth' | 'apiUrl'>,
  store: Pick<Store, 'deliveries' | 'installations'> | null,
  listening: Listening,
): Access {
  if (botToken !== null) return oneWorkspace(botToken, apiUrl, listening);
  if (oauth === null || store === null) throw new Error('there is no token, and no store to keep tokens in');
  return manyWorkspaces(oauth, apiUrl, store, listening);
}

function oneWorkspace(botToken: string, apiUrl: string | null, { log, observer, tokens }: Listening): Access {
  const clientOptions = webClientOptions(apiUrl, observer, tokens, log);
  const authorization = authorizeByToken(botToken, clientOptions);
  return { ...authorization, clientOptions, pages: [], installUrl: null, seeingOff: null };
}

function manyWorkspaces(
  oauth: OAuth,
  apiUrl: string | null,
  { deliveries: claims, installations }: Pick<Store, 'deliveries' | 'installations'>,
  { log, observer, tokens }: Listening,
): Access {
  const installed = createInstalled(installations, log);
  const optionsHeardBy = (heard: TokenWatch['heard']) => webClientOptions(apiUrl, observer, { heard }, log);
  const quietly = optionsHeardBy(tokens.heard);
  const installer = createInstaller({ oauth, installed, claims, clientOptions: quietly, apiUrl, log });
  const { authorize, ofTeam } = authorizeByInstallation(installer.provider, installed, log);
  return {
    ...{ authorize, ofTeam },
    async check() {
      try {
        const { installed: workspaces, locked } = await installations.overview();
        log.info({ workspaces }, 'the bot is installed in so many workspaces');
        if (locked.length === 0) return;
        log.error({ locked }, 'no key of SUBSTATUS_ENCRYPTION_KEY opens the tokens of these workspaces');
      } catch (error) {
        log.error({ err: error }, 'the installations cannot be read yet');
      }
    },
    clientOptions: optionsHeardBy((authorization, refusal) => {
      tokens.heard(authorization, refusal);
      installed.heard(authorization, refusal);
    }),
    pages: installer.pages,
    installUrl: oauth.url === null ? null : oauth.url + installPath,
    seeingOff: { installed, clientOptions: quietly },
  };
}
