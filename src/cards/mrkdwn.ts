import { slackLimits } from './limits.js';
import { safeText } from './safe-text.js';
import { shorten } from './shorten.js';

declare const escaped: unique symbol;
/** Text that is ready for a mrkdwn object: escaped exactly once. Only this file makes it. */
export type Mrkdwn = string & { readonly [escaped]: true };

/** The one cast of this room: a brand exists only for the compiler, so there is nothing to test at run time. */
function trusted(text: string): Mrkdwn {
  return text as Mrkdwn;
}

/**
 * Escapes a text for mrkdwn: `&`, `<` and `>` and nothing else, as docs.slack.dev "Formatting message text" asks.
 * `* _ ~` and the backtick cannot be escaped there; text of articles therefore goes into rich_text or plain_text.
 */
export function escapeMrkdwn(text: string): Mrkdwn {
  return trusted(safeText(text).replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;'));
}

/** A text shortened so that it is at most `max` UTF-16 units after escaping, which makes a character up to five. */
export function escapeWithin(text: string, max: number): Mrkdwn {
  const safe = safeText(text);
  const whole = escapeMrkdwn(shorten(safe, max));
  return whole.length <= max ? whole : escapeMrkdwn(shorten(safe, Math.floor(max / 5)));
}

/** Template tag for mrkdwn written in the source; what is put in must be escaped already. */
export function mrkdwn(strings: TemplateStringsArray, ...values: Mrkdwn[]): Mrkdwn {
  return trusted(String.raw({ raw: strings }, ...values));
}

/** `url` in normal form when it is an http or https address short enough for Slack, else null. */
export function webAddress(url: string): string | null {
  if (!/^https?:\/\//i.test(url) || !URL.canParse(url)) return null;
  const { href } = new URL(url);
  return href.length <= slackLimits.url ? href.replaceAll('|', '%7C') : null;
}

/** A link with a label; just the label when `url` is no http or https address. */
export function mrkdwnLink(url: string, label: string): Mrkdwn {
  const href = webAddress(url);
  return href === null ? escapeMrkdwn(label) : mrkdwn`<${escapeMrkdwn(href)}|${escapeMrkdwn(label)}>`;
}

/**
 * A moment as the reader's own client writes it, in their time zone; older clients show it in UTC.
 * @param form how, in the tokens of Slack's dates: `{date_short_pretty} at {time}`
 */
export function mrkdwnMoment(moment: Date, form: string): Mrkdwn {
  const seconds = Math.floor(moment.getTime() / 1000);
  const inUtc = moment.toISOString().slice(0, 16).replace('T', ' ');
  return trusted(`<!date^${seconds}^${form}|${inUtc} UTC>`);
}

/** A mention of a user by id (`U…`, `W…`), or null when the id has another shape. */
export function userMention(id: string): Mrkdwn | null {
  const found = /^(?:<@)?([UW][A-Z0-9]{2,20})>?$/.exec(id);
  return found?.[1] === undefined ? null : trusted(`<@${found[1]}>`);
}

/** A mention of a user group (`S…` or `<!subteam^S…>`) or of a user, or null when `who` is neither. */
export function personMention(who: string): Mrkdwn | null {
  const group = /^(?:<!subteam\^)?(S[A-Z0-9]{2,20})>?$/.exec(who);
  return group?.[1] === undefined ? userMention(who) : trusted(`<!subteam^${group[1]}>`);
}

/** A channel by id (`C…`, `G…`, `D…`) under its name, or null when the id has another shape. */
export function channelMention(id: string): Mrkdwn | null {
  return /^[CGD][A-Z0-9]{2,20}$/.test(id) ? trusted(`<#${id}>`) : null;
}
