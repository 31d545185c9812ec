import type { User } from '../../server/types.js';
import { useWorkspace } from '../connection/store.js';

/** Somebody who writes messages. */
export interface Person {
  id: string;
  /** As it stands above a message. */
  name: string;
  isApp: boolean;
}

/** Slack itself, where it answers in the place of an app. */
export const slackbotId = 'USLACKBOT';

/** Never null: for somebody unknown the id is the name. */
export function personOf(users: readonly User[], id: string): Person {
  if (id === slackbotId) return { id, name: 'Slackbot', isApp: false };
  const user = users.find((one) => one.id === id);
  return { id, name: user?.realName ?? id, isApp: user !== undefined && user.botId !== null };
}

export function usePerson(id: string): Person {
  return personOf(
    useWorkspace(({ users }) => users),
    id,
  );
}
