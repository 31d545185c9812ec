import { randomBytes } from 'node:crypto';
import { SlackError } from '../slack-error.js';
import type { LocalSlackOptions } from '../types.js';
import { botToken } from './seed.js';

/** A token that was given out, and what became of it. */
interface Token {
  text: string;
  /** In milliseconds since 1970; null for one that does not expire. */
  expires: number | null;
  /** Slack's name for why it is no longer taken; null while it is. */
  refusal: 'token_revoked' | 'account_inactive' | null;
}

/** The app as one workspace has it. A list that was not given (null) lets everything through. */
export class InstalledApp {
  readonly homeTab: boolean;
  readonly #commands: readonly string[] | null;
  readonly #shortcuts: LocalSlackOptions['shortcuts'] | null;
  readonly #tokens: Token[];
  /** All that the app may ask for; null when that was not said. */
  readonly registeredScopes: readonly string[] | null;
  #scopes: readonly string[] | null;
  #isInstalled: boolean;
  #isOrgWide = false;

  /** With OAuth the app is not installed before somebody does so; else it is, with a token that everybody knows. */
  constructor({ commands, shortcuts, scopes, homeTab = true, oauth }: LocalSlackOptions) {
    this.homeTab = homeTab;
    this.#commands = commands?.map(({ command }) => command) ?? null;
    this.#shortcuts = shortcuts ?? null;
    this.registeredScopes = scopes ?? null;
    this.#scopes = this.registeredScopes;
    this.#isInstalled = oauth === undefined;
    this.#tokens = this.#isInstalled ? [{ text: botToken, expires: null, refusal: null }] : [];
  }

  get isInstalled(): boolean {
    return this.#isInstalled;
  }

  /** The newest token that is taken; null when there is none. */
  get token(): string | null {
    return this.#tokens.findLast(({ refusal }) => refusal === null)?.text ?? null;
  }

  /** Whether it is installed in all of the organisation, with one token for all its workspaces. */
  get isOrgWide(): boolean {
    return this.#isInstalled && this.#isOrgWide;
  }

  /** Installs the app, or gives another token where it is installed. */
  grant(scopes: readonly string[], expires: number | null): string {
    this.#isInstalled = true;
    this.#isOrgWide = false;
    this.#scopes = scopes;
    return this.renew(expires);
  }

  /** Takes part in an installation of the whole organisation, with the token that another of its workspaces gave. */
  join(scopes: readonly string[], expires: number | null, text: string): void {
    this.#isInstalled = true;
    this.#isOrgWide = true;
    this.#scopes = scopes;
    if (!this.knows(text)) this.#tokens.push({ text, expires, refusal: null });
  }

  /** Another token beside those before it. */
  renew(expires: number | null): string {
    const text = `${expires === null ? '' : 'xoxe.'}xoxb-${randomBytes(20).toString('hex')}`;
    this.#tokens.push({ text, expires, refusal: null });
    return text;
  }

  /** Whether this token was given out here, taken or not. */
  knows(token: string): boolean {
    return this.#tokens.some(({ text }) => text === token);
  }

  /** Throws token_revoked, account_inactive or token_expired. */
  requireToken(token: string, now: number): void {
    const found = this.#tokens.find(({ text }) => text === token);
    if (found === undefined) throw new SlackError('invalid_auth');
    if (found.refusal !== null) throw new SlackError(found.refusal);
    if (found.expires !== null && now >= found.expires) throw new SlackError('token_expired');
  }

  revoke(token: string): void {
    for (const known of this.#tokens) if (known.text === token) known.refusal ??= 'token_revoked';
  }

  uninstall(): void {
    this.#isInstalled = false;
    this.#isOrgWide = false;
    for (const known of this.#tokens) known.refusal ??= 'account_inactive';
  }

  /** Takes no more part in an installation of the whole organisation. Throws where the app is installed otherwise, or not at all. */
  leave(): void {
    if (!this.isOrgWide) throw new Error('the app is not installed here by way of an organisation');
    this.#isInstalled = false;
    this.#tokens.length = 0;
  }

  hasCommand(command: string): boolean {
    return this.#isInstalled && (this.#commands?.includes(command) ?? true);
  }

  /** Throws when the app has no such shortcut: the client offers none. */
  requireShortcut(type: 'message' | 'global', callbackId: string): void {
    if (!this.#isInstalled) throw new Error('the app is not installed in this workspace');
    const ofType = this.#shortcuts?.filter((shortcut) => shortcut.type === type).map((shortcut) => shortcut.callbackId);
    if (ofType === undefined || ofType.includes(callbackId)) return;
    throw new Error(`the app has no ${type} shortcut "${callbackId}"; it has: ${ofType.join(', ') || 'none'}`);
  }

  /** Throws missing_scope unless one of these scopes was granted. */
  requireScope(oneOf: readonly string[]): void {
    if (this.#scopes === null || oneOf.length === 0 || oneOf.some((scope) => this.#scopes?.includes(scope))) return;
    throw new SlackError('missing_scope', [], { needed: oneOf.join(','), provided: this.#scopes.join(',') });
  }
}
