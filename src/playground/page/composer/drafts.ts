import { create } from 'zustand';

const storageKey = 'drafts';

/** What was typed and not sent, by channel or thread; kept for this window through a reload. */
export const useDrafts = create<{ drafts: Readonly<Record<string, string>> }>(() => ({ drafts: stored() }));

/** Where the draft of a channel or a thread in it stands. */
export function draftKey(channel: string, threadTs: string | null): string {
  return threadTs === null ? channel : `${channel}/${threadTs}`;
}

export function setDraft(key: string, text: string): void {
  useDrafts.setState(({ drafts: { [key]: _, ...others } }) => ({
    drafts: text === '' ? others : { ...others, [key]: text },
  }));
  sessionStorage.setItem(storageKey, JSON.stringify(useDrafts.getState().drafts));
}

export function draftOf(key: string): string {
  return useDrafts.getState().drafts[key] ?? '';
}

/** The window's own storage may hold anything. */
function stored(): Record<string, string> {
  try {
    const drafts: unknown = JSON.parse(sessionStorage.getItem(storageKey) ?? '{}');
    return typeof drafts === 'object' && drafts !== null ? { ...(drafts as Record<string, string>) } : {};
  } catch {
    return {};
  }
}
