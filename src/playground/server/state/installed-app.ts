import { SlackError } from '../slack-error.js';
import type { LocalSlackOptions } from '../types.js';

/** What the app was installed with. A list that was not given (null) lets everything through. */
export class InstalledApp {
  readonly homeTab: boolean;
  readonly #commands: readonly string[] | null;
  readonly #shortcuts: LocalSlackOptions['shortcuts'] | null;
  readonly #scopes: readonly string[] | null;

  constructor({ commands, shortcuts, scopes, homeTab = true }: LocalSlackOptions) {
    this.homeTab = homeTab;
    this.#commands = commands?.map(({ command }) => command) ?? null;
    this.#shortcuts = shortcuts ?? null;
    this.#scopes = scopes ?? null;
  }

  hasCommand(command: string): boolean {
    return this.#commands?.includes(command) ?? true;
  }

  /** Throws when the app has no such shortcut: the client offers none. */
  requireShortcut(type: 'message' | 'global', callbackId: string): void {
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
