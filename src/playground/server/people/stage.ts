import type { Dispatcher } from '../delivery/dispatcher.js';
import type { Outcome } from '../delivery/types.js';
import type { Channel, InteractionResult, Message, User } from '../types.js';
import type { Workspace } from '../workspace.js';

/** What people act on. */
export interface Stage {
  readonly workspace: Workspace;
  readonly dispatcher: Dispatcher;
  /** The server's url, which response_urls begin with. */
  readonly url: string;
}

/** A channel that this person is in, by name, id, or `@name` for the DM. Throws for any other. */
export function channelFor({ workspace: { directory } }: Stage, user: User, name: string): Channel {
  const other = name.startsWith('@') ? directory.userNamed(name) : null;
  const channel = other === null ? directory.channel(name) : directory.directMessage(user, other);
  if (channel === null) throw new Error(`there is no channel "${name}"`);
  if (!channel.members.has(user.id)) throw new Error(`${user.name} is not in #${channel.name}`);
  return channel;
}

/** The message as it stands now. Throws when it is gone or not for this person's eyes. */
export function currentMessage({ workspace }: Stage, user: User, message: Message): Message {
  const current = workspace.messages.get(message.channel, message.ts);
  if (current === null) throw new Error(`message ${message.ts} in ${message.channel} is no longer there`);
  if (current.ephemeral_to !== undefined && current.ephemeral_to !== user.id) {
    throw new Error(`${user.name} cannot see message ${message.ts}: it is for ${current.ephemeral_to} only`);
  }
  return current;
}

export function messagePlaceFor(stage: Stage, user: User, message: Message) {
  const channel = channelFor(stage, user, message.channel);
  const target = { channel: channel.id, user, source: message };
  return { message, channel, responseUrl: stage.url + stage.workspace.responseUrls.create('actions', target) };
}

export function interactionResult({ ack, error }: Outcome): InteractionResult {
  return { ack, error };
}
