import type { Json, View, ViewValues } from '../types.js';
import { type ElementState, inputState } from './input-state.js';
import { Listeners } from './listeners.js';

/** A change of what one person has open; `view` is the one that is new, null when something closed. */
export interface ViewChange {
  user: string;
  surface: 'modals' | 'home';
  view: View | null;
}

/** Every modal stack and Home view. As with messages, a change puts a new object in the old one's place. */
export class ViewStore {
  readonly #stacks = new Map<string, View[]>();
  readonly #homes = new Map<string, View>();
  /** What people typed or chose since a view opened, by view id. */
  readonly #typed = new Map<string, Map<string, ElementState>>();
  readonly #listeners = new Listeners<ViewChange>();

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
    this.#setStack(user, [view], view);
  }

  push(user: string, view: View): void {
    this.#setStack(user, [...this.stack(user), view], view);
  }

  publish(user: string, view: View): void {
    this.#homes.set(user, view);
    this.#listeners.tell({ user, surface: 'home', view });
  }

  /** Puts the view in the place of the one with the same id. */
  replace(user: string, view: View): void {
    if (this.home(user)?.id === view.id) return this.publish(user, view);
    const stack = this.stack(user).map((old) => (old.id === view.id ? view : old));
    this.#setStack(user, stack, view);
  }

  /** Takes the view and what lies on top of it away. */
  close(user: string, id: string): View[] {
    const stack = this.stack(user);
    const from = stack.findIndex((view) => view.id === id);
    if (from === -1) return [];
    this.#setStack(user, stack.slice(0, from), null);
    return stack.slice(from);
  }

  closeAll(user: string): View[] {
    const closed = [...this.stack(user)];
    this.#setStack(user, [], null);
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

  subscribe(listener: (change: ViewChange) => void): () => void {
    return this.#listeners.add(listener);
  }

  clear(): void {
    this.#stacks.clear();
    this.#homes.clear();
    this.#typed.clear();
  }

  #setStack(user: string, stack: View[], view: View | null): void {
    this.#stacks.set(user, stack);
    this.#listeners.tell({ user, surface: 'modals', view });
  }
}
