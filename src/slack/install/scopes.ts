/** What the bot cannot do without, as manifest.json asks for it too. */
export const requiredScopes = ['app_mentions:read', 'chat:write', 'commands', 'im:history'] as const;

/** What it can do without: reading the start of a thread that somebody asks about, and who may change settings. */
export const optionalScopes = [
  'channels:history',
  'groups:history',
  'users:read',
  'channels:read',
  'groups:read',
] as const;
