import type { LocalSlack, User } from '../server/types.js';

/** Who can sit at a window: everybody but the apps. */
export function people({ users }: LocalSlack): User[] {
  return users.filter(({ botId }) => botId === null);
}

/** The person that a window asks for by name; null when there is nobody of that name. */
export function personNamed(slack: LocalSlack, name: string): User | null {
  return people(slack).find((user) => user.name === name.toLowerCase()) ?? null;
}

/** For a window that asks for nobody: the first person that no window has, else the first of all. */
export function freePerson(slack: LocalSlack, taken: ReadonlySet<string>): User {
  const all = people(slack);
  const free = all.find(({ id }) => !taken.has(id)) ?? all[0];
  if (free === undefined) throw new Error('the local Slack has no people');
  return free;
}

/** What a window reads that asks for somebody who is not there. */
export function nobodyNamed(slack: LocalSlack, name: string): string {
  const names = people(slack).map((user) => user.name);
  return `There is nobody called "${name.slice(0, 100)}" here. Open the page with one of ?as=${names.join(', ?as=')}`;
}
