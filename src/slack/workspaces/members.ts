/** What is read of a person, as users.info tells it. */
interface Person {
  team_id?: string;
  enterprise_user?: { teams?: string[] };
  deleted?: boolean;
  is_stranger?: boolean;
  is_admin?: boolean;
  is_owner?: boolean;
  is_primary_owner?: boolean;
}

/** Whether somebody is of a workspace: people of others come with a shared channel. @param team undefined where there is one only */
export function isMemberOf(who: Person, team: string | undefined): boolean {
  const belongs = team === undefined || who.team_id === team || who.enterprise_user?.teams?.includes(team) === true;
  return belongs && who.deleted !== true && who.is_stranger !== true;
}

/** Whether somebody is an admin or owner of a workspace; an admin of another one is none here. */
export function isAdminOf(who: Person, team: string | undefined): boolean {
  const isAdmin = who.is_admin === true || who.is_owner === true || who.is_primary_owner === true;
  return isAdmin && isMemberOf(who, team);
}
