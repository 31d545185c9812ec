/** Where a request comes from, and whose it is. */
export interface Origin {
  /** Id of the workspace whose installation received it; null when the request names none. */
  team: string | null;
  /** Id of that workspace's organisation, where it has one. */
  enterprise: string | null;
  /** Whether the app is installed in all of the organisation, and not in the one workspace. */
  isOrgWide: boolean;
  /** True when the person who acts belongs to another organisation, as in a channel shared by Slack Connect. */
  isOutsider: boolean;
}

/** The parts of a request's body that say where it comes from. None is trusted to be there. */
interface OriginBody {
  team_id?: unknown;
  context_team_id?: unknown;
  enterprise_id?: unknown;
  context_enterprise_id?: unknown;
  is_enterprise_install?: unknown;
  authorizations?: readonly { team_id?: unknown; enterprise_id?: unknown; is_enterprise_install?: unknown }[] | null;
  event?: { type?: unknown; user_team?: unknown; source_team?: unknown; team?: unknown };
  team?: { id?: unknown; enterprise_id?: unknown } | null;
  enterprise?: { id?: unknown } | null;
  user?: { team_id?: unknown } | null;
  view?: { app_installed_team_id?: unknown } | null;
}

/**
 * Decides which workspace a request belongs to: the one whose installation received it, whoever acts and wherever.
 *
 * Of an event, `context_team_id` says so, and the first authorization; `team_id` may be the workspace of a channel that is
 * shared with us. A press in a shared channel has that workspace in `team` and the person's own in `user.team_id`
 * (java-slack-sdk#1041); windows opened there have it in `view.app_installed_team_id` (slack-go#1073). An app that is installed in
 * all of an organisation gets presses without `team`: then it is the workspace of the person. What names an organisation alone is
 * of its installation, and so is the news that this one no longer reaches a workspace, whichever it names (Slack's example names one).
 */
export function originOf(request: object): Origin {
  const body: OriginBody = request; // signed by Slack, and each field is looked at below
  const [authorization] = body.authorizations ?? [];
  const isSaidOrgWide = String(authorization?.is_enterprise_install ?? body.is_enterprise_install) === 'true';
  const team = firstTeam(
    body.view?.app_installed_team_id,
    body.context_team_id,
    authorization?.team_id,
    body.team?.id,
    body.team_id,
    body.user?.team_id,
  );
  const enterprise = firstText(
    body.context_enterprise_id,
    authorization?.enterprise_id,
    body.enterprise?.id,
    body.team?.enterprise_id,
    body.enterprise_id,
  );
  const { event } = body;
  const isOfOrganisation = enterprise !== null && (team === null || event?.type === 'team_access_revoked');
  const isOrgWide = isSaidOrgWide || isOfOrganisation;
  const actor = firstText(event?.user_team, event?.source_team, event?.team, body.user?.team_id);
  return { team, enterprise, isOrgWide, isOutsider: actor !== null && actor !== team && actor !== enterprise };
}

/** What an installation is known by: the organisation when it is in all of it, else the workspace. */
export function ownerOf({ team, enterprise, isOrgWide }: Origin): string | null {
  return isOrgWide ? enterprise : team;
}

/** The first that is a workspace's id; some fields have an organisation's in its place. */
function firstTeam(...ids: unknown[]): string | null {
  return ids.find((id): id is string => typeof id === 'string' && id.startsWith('T')) ?? null;
}

function firstText(...values: unknown[]): string | null {
  return values.find((value): value is string => typeof value === 'string' && value !== '') ?? null;
}
