import type { Hello } from '../../src/playground/protocol.js';
import { seedBot, seedUsers, team } from '../../src/playground/server/state/seed.js';
import type { User } from '../../src/playground/server/types.js';

export const bot = seedBot('Substatus');
const users = seedUsers(bot, {});
export const ana = person('ana');
/** The group that is called when nothing helped. */
export const group = { id: 'S0WEBOPS', name: 'web-ops-on-call' };
export const channel = 'C0INCIDENT';

/** Who is there, so that names stand in the place of ids. */
export const hello: Hello = {
  type: 'hello',
  team,
  me: person('ben'),
  users: [...users, { ...person('ben'), id: group.id, name: group.name, realName: group.name }],
  bot,
  botIsOnline: true,
  channels: [],
  ...{ commands: [], shortcuts: [], views: [], home: null, scenes: [], suggestions: [] },
  trouble: { delayMs: 0, rateLimited: {}, failing: {}, duplicateNext: false, expiredTriggers: 0, withoutBot: [] },
};

function person(name: string): User {
  const user = users.find((one) => one.name === name);
  if (user === undefined) throw new Error(`${name} is not in the seed of the local Slack`);
  return user;
}
