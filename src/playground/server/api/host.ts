import type { Workspace } from '../workspace.js';
import type { Host, Site } from './types.js';

/** The workspace that gave this token out, and what its calls may reach. */
export function hostFor(site: Site, token: string | null): Host {
  const { oauth, grants, workspaces } = site;
  const workspace = workspaces.find(({ app }) => token !== null && app.knows(token)) ?? workspaces[0];
  return {
    ...{ workspace, token, oauth, grants },
    socketUrl: () => site.socketUrl(),
    workspaceOf: (team) => workspaceOf(site, team),
    tell: (event) => site.tell(workspace, event),
  };
}

/** Throws when there is no workspace of that id. */
export function workspaceOf({ workspaces }: Pick<Site, 'workspaces'>, id: string): Workspace {
  const found = workspaces.find(({ team }) => team.id === id);
  if (found === undefined) throw new Error(`there is no workspace ${id}`);
  return found;
}
