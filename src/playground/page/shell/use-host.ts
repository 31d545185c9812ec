import { useMemo } from 'react';
import type { Place } from '../../protocol.js';
import type { BlockKitHost } from '../block-kit/host.js';
import { request } from '../connection/client.js';
import type { Workspace } from '../connection/state.js';
import { currentWorkspace } from '../connection/store.js';
import { reportDelivery, reportFailure } from '../toasts/report.js';
import { channelGroups } from './channels.js';
import { go } from './route.js';

/** What the blocks of a message or view need: their elements act at the server, and their names come from the workspace. */
export function useHost(place: Place): BlockKitHost {
  const key = JSON.stringify(place);
  return useMemo(() => hostAt(JSON.parse(key) as Place), [key]);
}

function hostAt(place: Place): BlockKitHost {
  return {
    place,
    act: (use) => request('act', { place, ...use }).then(reportDelivery, unreachable),
    options: (actionId, blockId, text) => request('options', { place, actionId, blockId, text }),
    userName: (id) => read(({ users }) => users.find((user) => user.id === id)?.realName ?? null, null),
    channelName: (id) => read(({ channels }) => channels.find((one) => one.id === id)?.name ?? null, null),
    users: () => read(({ users }) => users.map(({ id, realName }) => ({ id, name: realName })), []),
    channels: () =>
      read(({ channels }) => channels.filter(({ kind }) => kind !== 'im').map(({ id, name }) => ({ id, name })), []),
    openUserOrChannel,
  };
}

function read<Value>(select: (workspace: Workspace) => Value, without: Value): Value {
  const workspace = currentWorkspace();
  return workspace === null ? without : select(workspace);
}

/** The blocks only stop waiting; the person reads why in a toast. */
function unreachable(error: unknown): { error: 'dispatch_failed' } {
  reportFailure(error);
  return { error: 'dispatch_failed' };
}

/** A channel, or the DM with somebody, where there is one. */
function openUserOrChannel(id: string): void {
  const workspace = currentWorkspace();
  if (workspace === null) return;
  const { people, apps } = channelGroups(workspace);
  const isChannel = workspace.channels.some((channel) => channel.id === id);
  const dm = [...people, ...apps].find(({ members }) => members.includes(id));
  if (isChannel) go({ channel: id });
  else if (dm !== undefined) go({ channel: dm.id });
}
