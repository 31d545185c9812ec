import type { Workspace } from '../workspace.js';
import type { Host, Site } from './types.js';

/**
 * The workspace that gave this token out, and what its calls may reach. The token of an organisation is known in each
 * of its workspaces: a call says with `team_id` which one it means. With other tokens that is not looked at.
 */
export function hostFor(site: Site, token: string | null, teamId: string | null): Host {
  const { oauth, grants, workspaces } = site;
  const knowing = workspaces.filter(({ app }) => token !== null && app.knows(token));
  const workspace = knowing.find(({ team }) => team.id === teamId) ?? knowing[0] ?? workspaces[0];
  const named = knowing.some(({ app }) => app.isOrgWide) ? teamId : undefined;
  return {
    ...{ workspace, token, oauth, grants, named },
    reached: knowing,
    socketUrl: () => site.socketUrl(),
    placesOf: (id) => placesOf(site, id),
    tell: (event, isOfOrganisation) => site.tell(workspace, event, isOfOrganisation),
  };
}

/** The workspace of an id, or all of the organisation of that id. Throws when there is neither. */
export function placesOf(site: Pick<Site, 'workspaces'>, id: string): [Workspace, ...Workspace[]] {
  const [first, ...others] = site.workspaces.filter(({ organisation }) => organisation?.id === id);
  return first === undefined ? [workspaceOf(site, id)] : [first, ...others];
}

/** Throws when there is no workspace of that id. */
function workspaceOf({ workspaces }: Pick<Site, 'workspaces'>, id: string): Workspace {
  const found = workspaces.find(({ team }) => team.id === id);
  if (found === undefined) throw new Error(`there is no workspace ${id}`);
  return found;
}
