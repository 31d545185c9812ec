/** The methods that the bot may call, for the menus; `response_url` is the address that a command or click brings. */
export const methods = [
  'chat.postMessage',
  'chat.postEphemeral',
  'chat.update',
  'views.open',
  'views.update',
  'views.push',
  'views.publish',
  'conversations.replies',
  'conversations.history',
  'reactions.add',
  'users.info',
  'response_url',
] as const;
export type Method = (typeof methods)[number];

const always = ['internal_error', 'invalid_auth', 'missing_scope', 'account_inactive'];

/** The errors of Slack that are likely for a method, the likeliest first. */
export function errorsOf(method: Method): string[] {
  if (method === 'response_url') return ['used_url', 'expired_url', ...always];
  const [family = ''] = method.split('.');
  return [...(ofFamily[family] ?? []), ...always];
}

const ofFamily: Readonly<Record<string, readonly string[]>> = {
  chat: ['channel_not_found', 'not_in_channel', 'is_archived', 'invalid_blocks', 'msg_blocks_too_long', 'msg_too_long'],
  views: ['expired_trigger_id', 'exchanged_trigger_id', 'invalid_arguments', 'hash_conflict', 'not_found'],
  conversations: ['channel_not_found', 'not_in_channel', 'thread_not_found'],
  reactions: ['already_reacted', 'message_not_found'],
  users: ['user_not_found'],
};
