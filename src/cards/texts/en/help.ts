import { type Mrkdwn, mrkdwn } from '../../mrkdwn.js';

/** How to ask. */
export const help = {
  title: mrkdwn`*Ask with an error code, words or a log line*`,
  words: (command: string) => `Ask ${command} with an error code, words or a log line, for example ${command} 401.5`,
  examples: {
    status: 'an HTTP status with its substatus',
    windowsError: 'a Windows error, in hex or decimal',
    words: 'your own words',
    logLine: 'a line of the web server’s log',
    id: 'an article by its id',
  },
  bot: 'the bot',
  /** The menu's entry has its name from the manifest, whatever the language. */
  inThreads: (bot: Mrkdwn) =>
    mrkdwn`In a thread, mention ${bot}, or choose *Look up this error* in a message’s menu: slash commands do not work there.`,
  narrow: mrkdwn`Narrow a question with \`product:iis\`, \`version:4.0\` or \`id:Q288323\`.`,
  again: (command: Mrkdwn) => mrkdwn`\`${command} help\` shows this, \`${command} settings\` what is set here.`,
};
