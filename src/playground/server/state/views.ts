import type { Json, View, ViewValues } from '../types.js';
import { type ElementState, inputState } from './input-state.js';

/** Every modal stack and Home view. As with messages, a change puts a new object in the old one's place. */
export class ViewStore {
  readonly #stacks = new Map<string, View[]>();
  readonly #homes = new Map<string, View>();
  /** What people typed or chose since a view opened, by view id. */
  readonly #typed = new Map<string, Map<string, ElementState>>();
  readonly #listeners = new Set<(user: string, view: View) => void>();

  /** Bottom first. */
  stack(user: string): readonly View[] {
    return this.#stacks.get(user) ?? [];
  }

  home(user: string): View | null {
    return this.#homes.get(user) ?? null;
  }

  /** Who has the view open, and the view; null when nobody has. */
  find(isIt: (view: View) => boolean): { user: string; view: View } | null {
    for (const [user, views] of [...this.#stacks, ...[...this.#homes].map(([who, view]) => [who, [view]] as const)]) {
      const view = views.find(isIt);
      if (view !== undefined) return { user, view };
    }
    return null;
  }

  open(user: string, view: View): void {
    this.#stacks.set(user, [view]);
    this.#tell(user, view);
  }

  push(user: string, view: View): void {
    this.#stacks.set(user, [...this.stack(user), view]);
    this.#tell(user, view);
  }

  publish(user: string, view: View): void {
    this.#homes.set(user, view);
    this.#tell(user, view);
  }

  /** Puts the view in the place of the one with the same id. */
  replace(user: string, view: View): void {
    if (this.home(user)?.id === view.id) this.#homes.set(user, view);
    else
      this.#stacks.set(
        user,
        this.stack(user).map((old) => (old.id === view.id ? view : old)),
      );
    this.#tell(user, view);
  }

  /** Takes the view and what lies on top of it away. */
  close(user: string, id: string): View[] {
    const stack = this.stack(user);
    const from = stack.findIndex((view) => view.id === id);
    if (from === -1) return [];
    this.#stacks.set(user, stack.slice(0, from));
    return stack.slice(from);
  }

  closeAll(user: string): View[] {
    const closed = [...this.stack(user)];
    this.#stacks.delete(user);
    return closed;
  }

  /** Remembers what was typed into an element; it survives an update that keeps block_id and action_id. */
  type(viewId: string, blockId: string, actionId: string, state: ElementState): void {
    const typed = this.#typed.get(viewId) ?? new Map<string, ElementState>();
    typed.set(JSON.stringify([blockId, actionId]), state);
    this.#typed.set(viewId, typed);
  }

  /** The state of all inputs of these blocks: what was typed, else their initial values. */
  values(viewId: string, blocks: readonly Json[]): ViewValues {
    const typed = this.#typed.get(viewId);
    return inputState(blocks, (blockId, actionId) => typed?.get(JSON.stringify([blockId, actionId])) ?? null);
  }

  subscribe(listener: (user: string, view: View) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  clear(): void {
    this.#stacks.clear();
    this.#homes.clear();
    this.#typed.clear();
  }

  #tell(user: string, view: View): void {
    for (const listener of [...this.#listeners]) listener(user, view);
  }
}
