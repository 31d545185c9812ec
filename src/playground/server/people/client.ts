import type { Dispatcher } from '../delivery/dispatcher.js';
import type { Outcome } from '../delivery/types.js';
import type { MessagePlace } from '../payloads/interactions.js';
import { SlackError } from '../slack-error.js';
import type { Channel, InteractionResult, Message, Option, User, View } from '../types.js';
import type { Workspace } from '../workspace.js';

/** One person at their Slack client. */
export interface Client {
  readonly user: User;
  readonly workspace: Workspace;
  readonly dispatcher: Dispatcher;
  /** The server's url, which response_urls begin with. */
  readonly url: string;
  /** The options that the person was offered, by action_id, the latest first, so that one of them can be chosen. */
  readonly offers: Map<string, readonly Option[]>;
}

/** A channel that this person is in, by name, id, or `@name` for the DM. Throws for any other. */
export function channelFor({ user, workspace: { directory } }: Client, name: string): Channel {
  const other = name.startsWith('@') ? directory.userNamed(name) : null;
  const channel = other === null ? directory.channel(name) : directory.directMessage(user, other);
  if (channel === null) throw new SlackError('channel_not_found', [`there is no channel "${name}"`]);
  if (!channel.members.has(user.id))
    throw new SlackError('not_in_channel', [`${user.name} is not in #${channel.name}`]);
  return channel;
}

/** A channel that this person may write in. Throws for an archived one too. */
export function openChannelFor(client: Client, name: string): Channel {
  const channel = channelFor(client, name);
  if (channel.isArchived) throw new SlackError('is_archived', [`#${channel.name} is archived: nobody can write there`]);
  return channel;
}

/** The message as it stands now. Throws when it is gone or not for this person's eyes. */
export function currentMessage({ user, workspace }: Client, message: Message): Message {
  const current = workspace.messages.get(message.channel, message.ts);
  if (current === null) throw new SlackError('message_not_found', ['that message is no longer there']);
  if (current.ephemeral_to !== undefined && current.ephemeral_to !== user.id) {
    throw new SlackError('message_not_found', [`${user.name} cannot see that message: it is for somebody else only`]);
  }
  return current;
}

/** The modal or Home view as it stands now, with what was typed. Throws when this person has it no longer open. */
export function currentView({ user, workspace: { views } }: Client, view: View): View {
  const open = [...views.stack(user.id), views.home(user.id)];
  const current = open.find((candidate) => candidate?.id === view.id);
  if (!current) throw new SlackError('not_found', [`view ${view.id} is not open for ${user.name}`]);
  return { ...current, state: { values: views.values(current.id, current.blocks) } };
}

/** Where a message is, with a response_url of its own. */
export function placeOf(client: Client, message: Message): MessagePlace {
  const channel = channelFor(client, message.channel);
  const target = { channel: channel.id, user: client.user, source: message };
  return { message, channel, responseUrl: client.url + client.workspace.responseUrls.create('actions', target) };
}

export function interactionResult({ ack, error }: Outcome): InteractionResult {
  return { ack, error };
}
