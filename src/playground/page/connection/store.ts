import { create } from 'zustand';
import type { PageEvent } from '../../protocol.js';
import { afterEvent, type Workspace, type WorkspaceOrNull } from './state.js';

interface ConnectionState {
  /** `connecting` also while a lost connection is tried again; what was there stays readable. */
  status: 'connecting' | 'open';
  workspace: WorkspaceOrNull;
}

/** What the server said, and whether it is there. Changed by `connect()` and the loaders only. */
export const useConnection = create<ConnectionState>(() => ({ status: 'connecting', workspace: null }));

/** A part of the workspace, for components below `<Shell>`, which renders nothing of them before the first Hello. */
export function useWorkspace<Part>(select: (workspace: Workspace) => Part): Part {
  return useConnection(({ workspace }) => {
    if (workspace === null) throw new Error('useWorkspace() was called before the first Hello; render inside <Shell>');
    return select(workspace);
  });
}

/** The workspace now, outside of rendering; null before the first Hello. */
export function currentWorkspace(): WorkspaceOrNull {
  return useConnection.getState().workspace;
}

export function applyEvent(event: PageEvent): void {
  useConnection.setState(({ workspace }) => ({ workspace: afterEvent(workspace, event) }));
}

/** Changes the workspace outside of events: a page of history came. */
export function updateWorkspace(change: (workspace: Workspace) => Partial<Workspace>): void {
  useConnection.setState(({ workspace }) =>
    workspace === null ? {} : { workspace: { ...workspace, ...change(workspace) } },
  );
}

export function setStatus(status: ConnectionState['status']): void {
  useConnection.setState({ status });
}
