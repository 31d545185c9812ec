import { create } from 'zustand';

export interface Toast {
  id: number;
  tone: 'error' | 'info';
  /** What went wrong, for a person. */
  text: string;
  /** Slack's name of the error, shown as it is. */
  code: string | null;
  /** Lines that say more: what was refused, and where. */
  details: readonly string[];
}

/** How long a toast stays unless it is closed. */
const shownMs = { error: 10_000, info: 3_000 };
let lastId = 0;

export const useToasts = create<{ toasts: readonly Toast[] }>(() => ({ toasts: [] }));

export function showToast(toast: Pick<Toast, 'text'> & Partial<Omit<Toast, 'id'>>): void {
  lastId += 1;
  const shown: Toast = { tone: 'info', code: null, details: [], ...toast, id: lastId };
  useToasts.setState(({ toasts }) => ({ toasts: [...toasts, shown].slice(-3) }));
  setTimeout(() => closeToast(shown.id), shownMs[shown.tone]);
}

export function closeToast(id: number): void {
  useToasts.setState(({ toasts }) => ({ toasts: toasts.filter((toast) => toast.id !== id) }));
}
