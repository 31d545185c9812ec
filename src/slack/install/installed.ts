import type { Installation, InstallationQuery, InstallationStore } from '@slack/bolt';
import { LRUCache } from 'lru-cache';
import type { Logger } from '../../log.js';
import type { Installations } from '../../store/types.js';
import { type TokenWatch, tokenErrors } from '../workspaces/token-watch.js';

type AnyInstallation = Installation<'v1' | 'v2', boolean>;

/** So long another replica's change may go unseen: then the store is asked again. */
const freshMs = 60_000;
/** A store that failed is left alone for so long, so that not every answer waits for it. */
const restMs = 5_000;
/** A token that Slack refused is tried again after this: the refusal may have been a mistake. */
const refusedMs = 5 * 60_000;
const mostKnown = 1_000;

/** The installations as Bolt wants them, of which those in use are remembered. */
export interface Installed extends Required<InstallationStore> {
  /**
   * Hears what Slack said to a call: the workspace of a token that it refuses is not answered for a while, and the log
   * says so once.
   */
  heard: TokenWatch['heard'];
  /** Whether this token of an installation was refused lately; a newer one was not. */
  isRefused(owner: string, token: string | undefined): boolean;
  /** The newest of the store; null when there is none. @throws StoreError */
  find(owner: string): Promise<AnyInstallation | null>;
  /** @returns whether there was one. @throws StoreError */
  remove(owner: string): Promise<boolean>;
  /** A workspace was asked in that has the bot by way of its organisation: the store notes that, now or at a later request. Never throws. */
  reached(team: string, organisation: string): void;
  /** By way of which organisation a workspace has the bot; null when none is known. @throws StoreError */
  organisationOf(team: string): Promise<string | null>;
  /** Workspaces were taken out of an organisation's installation. @throws StoreError */
  left(teams: readonly string[]): Promise<void>;
}

/** There is no installation that a request could be answered with. */
class NotInstalled extends Error {
  readonly code = 'not-installed';
}

/** Keeps tokens in memory for a minute; while the store is away, for as long as that takes. */
export function createInstalled(store: Installations, log: Logger): Installed {
  const known = new LRUCache<string, { installation: AnyInstallation; until: number }>({ max: mostKnown });
  const refused = new LRUCache<string, { token: string; until: number }>({ max: mostKnown });
  /** Workspaces of which the store knows that they have the bot by way of this organisation. */
  const noted = new LRUCache<string, string>({ max: mostKnown, ttl: freshMs });

  async function find(owner: string): Promise<AnyInstallation | null> {
    const found = await store.find(owner);
    if (isInstallation(found)) {
      known.set(owner, { installation: found, until: Date.now() + freshMs });
      return found;
    }
    known.delete(owner);
    return null;
  }

  async function fetchInstallation(query: InstallationQuery<boolean>): Promise<AnyInstallation> {
    const owner = ownerIn(query);
    const entry = known.get(owner);
    if (entry !== undefined && Date.now() < entry.until) return structuredClone(entry.installation);
    try {
      const found = await find(owner);
      if (found !== null) return structuredClone(found);
    } catch (error) {
      if (entry === undefined || codeOf(error) === 'store-key') throw error;
      entry.until = Date.now() + restMs;
      return structuredClone(entry.installation);
    }
    throw new NotInstalled(`the app is not installed in ${owner}`);
  }

  return {
    find,
    fetchInstallation,
    async storeInstallation(installation) {
      const owner = ownerOfInstallation(installation);
      await store.save(owner, installation);
      refused.delete(owner);
      known.delete(owner);
      log.info({ owner }, 'an installation was written');
    },
    async deleteInstallation(query) {
      known.delete(ownerIn(query));
      await store.remove(ownerIn(query));
    },
    async remove(owner) {
      known.delete(owner);
      refused.delete(owner);
      return store.remove(owner);
    },
    reached(team, organisation) {
      if (noted.get(team) === organisation) return;
      noted.set(team, organisation);
      store.reached(team, organisation).catch((error: unknown) => {
        noted.set(team, organisation, { ttl: restMs });
        log.debug({ err: error, team }, 'the organisation of a workspace is not written down yet');
      });
    },
    organisationOf: (team) => store.organisationOf(team),
    async left(teams) {
      for (const team of teams) noted.delete(team);
      await store.left(teams);
    },
    heard(authorization, refusal) {
      if (refusal === null || !tokenErrors.has(refusal)) return;
      for (const [owner, entry] of known.entries()) {
        const token = entry.installation.bot?.token;
        if (token === undefined || authorization !== `Bearer ${token}`) continue;
        entry.until = 0; // somebody may have installed again by another replica
        const isNews = refused.get(owner)?.token !== token;
        refused.set(owner, { token, until: Date.now() + refusedMs });
        if (!isNews) continue;
        log.error(
          { owner, refusal },
          `Slack refuses the token of ${owner} (${refusal}): the app may have been uninstalled there. It is not answered until somebody installs it again`,
        );
      }
    },
    isRefused(owner, token) {
      const last = refused.get(owner);
      return last !== undefined && last.token === token && Date.now() < last.until;
    },
  };
}

/** @throws Error when Slack names neither a workspace nor an organisation */
function ownerOfInstallation({ isEnterpriseInstall, enterprise, team }: AnyInstallation): string {
  const owner = isEnterpriseInstall === true ? enterprise?.id : team?.id;
  if (owner === undefined) throw new Error('Slack did not say where the app was installed');
  return owner;
}

function ownerIn({ isEnterpriseInstall, enterpriseId, teamId }: InstallationQuery<boolean>): string {
  return (isEnterpriseInstall ? enterpriseId : teamId) ?? '';
}

function isInstallation(value: unknown): value is AnyInstallation {
  return typeof value === 'object' && value !== null && 'user' in value;
}

/** The `code` of an error of ours, also of one that wraps it; null when it has none. */
export function codeOf(error: unknown): string | null {
  if (!(error instanceof Error)) return null;
  if ('original' in error && error.original instanceof Error) return codeOf(error.original);
  return 'code' in error && typeof error.code === 'string' ? error.code : null;
}
