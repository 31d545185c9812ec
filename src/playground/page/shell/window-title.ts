import { useEffect } from 'react';
import type { PageChannel } from '../../protocol.js';
import { useWorkspace } from '../connection/store.js';
import { fullTitleOf, isUnread } from './channels.js';

/** `(2) #web-ops · Contoso`, with the number of mentions, or `*` while something is unread. */
export function useWindowTitle(channel: PageChannel | undefined): void {
  const title = useWorkspace((workspace) => {
    const { channels, team } = workspace;
    const unread = channels.filter(isUnread);
    const mentions = unread.reduce((sum, one) => sum + one.mentions, 0);
    const mark = mentions > 0 ? `(${mentions}) ` : unread.length > 0 ? '* ' : '';
    return `${mark}${channel === undefined ? team.name : `${fullTitleOf(channel, workspace)} · ${team.name}`}`;
  });
  useEffect(() => {
    document.title = title;
  }, [title]);
}
