import type { SettingName } from '../../../settings.js';
import { type Mrkdwn, mrkdwn } from '../../mrkdwn.js';
import { count } from './wording.js';

const names: Record<SettingName, string> = {
  answers: 'Answers',
  product: 'Only articles for this product',
  version: 'Only articles for this version',
  codes: 'What is answered',
  codePause: 'Pause for a code',
  threadPause: 'Pause in a thread',
  ask: 'Whom “Ask a person” calls',
  unfurl: 'Previews of links in answers',
  language: 'Language of cards',
  digest: 'Where the weekly digest goes',
};

/** The settings window: its title has 24 characters at the most. */
export const settings = {
  title: 'Settings',
  names,
  ofChannel: (channel: Mrkdwn) => mrkdwn`*Settings of ${channel}.* What is not set here is as in the workspace.`,
  ofWorkspace: mrkdwn`*Settings of the workspace.* They hold in every channel that has none of its own.`,
  answersTo: { channel: 'in the channel, for everybody', private: 'for the person who asks alone' },
  answeredTo: { asked: 'what people ask the bot', exact: 'also messages that hold an exact code' },
  previews: { true: 'shown', false: 'not shown' },
  minutes: (minutes: number) => count(minutes, 'minute', 'minutes'),
  all: 'all',
  nobody: 'nobody',
  asStarted: 'as the bot was started',
  asInWorkspace: (value: string) => `As in the workspace: ${value}`,
  byDefault: (value: string) => `${value} (default)`,
  hints: {
    emptyInChannel: 'Empty: as in the workspace. Write “all” for every article.',
    empty: 'Empty: every article.',
    codes:
      'Exact codes need the bot in the channel, and message events that an admin of the app adds (see the README).',
    codePause: 'No second answer for the same code in the channel, when nobody asked the bot.',
    threadPause: 'No second answer for any code in the thread, when nobody asked the bot.',
    digest:
      'Every Monday, the questions of this workspace that had no answer. Invite the bot to the channel. Empty: as the bot was started, else nowhere.',
    group: 'Its id, such as S0123456789. It goes before the person. Both empty: the usual one.',
  },
  group: 'Or which user group it calls',
  notThat: 'That cannot be set here. Write less, or leave it empty.',
  notAGroup: 'Write the id of a user group: S and then letters and digits.',
  resetTitle: 'Reset all of these?',
  resetText: 'What was set here is given up. The list of changes stays.',
  onlyAdmins: mrkdwn`Only admins and owners of the workspace can change this.`,
  onlyAdminsAndCreator: (creator: Mrkdwn) =>
    mrkdwn`Only admins and owners of the workspace, and ${creator}, who made this channel, can change this.`,
  onlyAdminsAndUnknownCreator: mrkdwn`Only admins and owners of the workspace can change this, and who made the channel; who that is, Slack does not tell me.`,
  rightUnknown: mrkdwn`Nobody can change this now: Slack does not tell me who is an admin. Try again; if it stays, an admin of the app has to grant the scopes users:read, channels:read and groups:read.`,
  mayNot: 'You may not change this. Nothing was saved.',
  rightNotKnown: 'Slack does not tell me whether you may change this. Nothing was saved; try again.',
  noStore: mrkdwn`This bot keeps nothing, so nothing can be set.`,
  cannotRead: 'The settings cannot be read now. Try again in a moment.',
  notSaved: 'That could not be saved, and nothing was changed. Try again in a moment.',
  changes: mrkdwn`*Last changes*`,
  noChanges: mrkdwn`Nobody has changed anything here.`,
  change: (who: Mrkdwn, what: Mrkdwn) => mrkdwn`${who}: ${what}`,
  fromTo: (name: string, values: string) => `${name}: ${values}`,
  notSet: 'not set',
  tooLate: 'That took too long for a window to open. Type the command once more.',
};
