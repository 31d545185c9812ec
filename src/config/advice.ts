/** How to get each setting; shown, in this order, when one is missing or wrong. */
export const advice: Record<string, string> = {
  SLACK_TRANSPORT: 'socket (the default; nothing to open to the internet) or http (Slack posts to /slack/events)',
  SLACK_BOT_TOKEN: 'api.slack.com/apps > your app > OAuth & Permissions > Bot User OAuth Token (starts with xoxb-)',
  SLACK_CLIENT_ID:
    'for many workspaces, instead of SLACK_BOT_TOKEN: api.slack.com/apps > your app > Basic Information > App Credentials > Client ID',
  SLACK_CLIENT_SECRET: 'beside SLACK_CLIENT_ID, under App Credentials > Client Secret',
  SLACK_STATE_SECRET:
    'beside SLACK_CLIENT_ID: any long random text, the same for all replicas; openssl rand -base64 32 makes one',
  SUBSTATUS_ENCRYPTION_KEY:
    'beside SLACK_CLIENT_ID: encrypts the tokens of the workspaces; openssl rand -base64 32 makes one. Keep it, and apart from backups. Several, with commas between: the first encrypts, all decrypt',
  SUBSTATUS_URL: 'the address at which people reach PORT, as in https://kb.example.com: where Slack sends them back to',
  SLACK_APP_TOKEN:
    'api.slack.com/apps > your app > Basic Information > App-Level Tokens > Generate, scope connections:write (starts with xapp-)',
  SLACK_SIGNING_SECRET: 'api.slack.com/apps > your app > Basic Information > App Credentials > Signing Secret',
  SLACK_API_URL: 'only for tests against a local Slack: the address of its Web API, ending in /api/',
  PORT: 'a free TCP port: needed for SLACK_TRANSPORT=http and for SLACK_CLIENT_ID; else it serves /healthz, /readyz and /metrics only, and may be left out',
  HOST: 'the address to listen on; 0.0.0.0 unless given',
  SUBSTATUS_KB: 'folders of articles, separated as in PATH, the first wins where two hold the same id',
  SUBSTATUS_INDEX: 'an index file to answer from (see substatus index); made when it is not there',
  SUBSTATUS_ASK: 'the id of a Slack user group (S0123456789) or user (U0123456789) to mention for "Ask a person"',
  SUBSTATUS_DATA: 'the folder for what the bot remembers; data in the working folder unless given',
  DATABASE_URL: 'a PostgreSQL database instead of that folder: postgres://user:password@host:5432/database',
  SUBSTATUS_RETENTION: 'for how long questions are kept, in days: 365d unless given, 1d to 3650d',
  SUBSTATUS_DIGEST: 'the id of the channel (C0123456789) that gets the questions without an answer every Monday',
  SUBSTATUS_GIVE_UP_MINUTES:
    'after how many minutes in which it could not take questions the process ends: 15 unless given, 0 for never',
  LOG_LEVEL: 'fatal, error, warn, info (the default), debug, trace or silent',
};
