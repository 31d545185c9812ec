import { isIPv6 } from 'node:net';
import { withoutSecrets } from '../secrets.js';

/** Written in the place of what was taken out. */
const marks = { address: '[address]', mail: '[mail]', user: '[user]', secret: '[secret]' } as const;

/** Accounts that every Windows machine has: they name nobody, and are often the point of the question. */
const wellKnownAuthorities =
  /^(?:NT AUTHORITY|AUTHORITY|IIS APPPOOL|APPPOOL|NT SERVICE|SERVICE|BUILTIN|HKLM|HKCU|HKCR|HKU|HKEY_\w+)$/i;
const wellKnownUsers =
  /^(?:-|IUSR(?:_\w+)?|IWAM_\w+|NETWORKSERVICE|LOCALSERVICE|LOCALSYSTEM|SYSTEM|ADMINISTRATOR|GUEST|EVERYONE|DEFAULTAPPPOOL|ASPNET|ANONYMOUS|PUBLIC|DEFAULT|NULL|\(NULL\))$/i;

type Rule = [pattern: RegExp, replacement: string | ((match: string, ...groups: string[]) => string)];

/** In this order: what looks like a part of a longer secret must not be taken out before the whole. */
const rules: Rule[] = [
  [/[\w.+-]{1,80}@(?:[a-z0-9-]{1,63}\.){1,8}[a-z]{2,24}\b/gi, marks.mail],
  [/(?<![\d.])\d{1,3}(?:\.\d{1,3}){3}(?![\d.]*\.\d)(?!\d)/g, ifAddress],
  [/(?<![\w:.])[0-9a-f]{0,4}:[0-9a-f:.]{1,45}(?:%\w{1,16})?(?![\w:])/gi, (text) => withoutIPv6(text)],
  // W3C log lines: the user stands between the port and the client's address; NCSA lines: before the time.
  [/(\s\d{1,5}\s)([^\s[\]]{1,104})(?=\s\[address\])/g, (_, before, user) => before + nameOf(user)],
  [/(\[address\] \S{1,64} )([^\s[\]]{1,104})(?= \[\d)/g, (_, before, user) => before + nameOf(user)],
  // Home folders.
  [
    /([\\/](?:Users|home|Documents and Settings)[\\/])([^\\/\s:*?"<>|]{1,64})/gi,
    (_, before, user) => before + nameOf(user),
  ],
  // DOMAIN\user; a path has more of these, or a drive before it.
  [
    /(?<![\w\\/:.-])([\w.-]{1,64})\\([\w.$-]{1,64})(?![\w.$-]*[\\/])/g,
    (match, domain, user) =>
      wellKnownAuthorities.test(domain) || wellKnownUsers.test(user) ? match : `${domain}\\${marks.user}`,
  ],
  // user=..., user 'x', User ID=x, login for user "x".
  [
    /\b((?:user(?:[_ ]?(?:name|id))?|uid|login|logon|account(?: name)?|cs-username)["']?\s{0,3}[=:]\s{0,3})("[^"\n]{1,104}"|'[^'\n]{1,104}'|[^\s;&,"'<>[\]]{1,104})/gi,
    (_, before, user) => before + nameOf(user),
  ],
  [
    /\b((?:user(?:[_ ]?name)?|login|logon|account)\s{1,3})("[^"\n]{1,104}"|'[^'\n]{1,104}')/gi,
    (_, before, user) => before + nameOf(user),
  ],
  // Slack's names for people.
  [/<@[UW][A-Z0-9]{2,20}(?:\|[^>\n]{0,80})?>/g, marks.user],
  [/(?<![\w@.])@[a-z][\w.-]{0,40}/gi, marks.user],
  // Anything else that is long, of letters and digits mixed, and no path, number or GUID.
  [/(?<![\w+/=-])[\w+/-]{32,}={0,2}(?![\w+/=-])/g, ifRandom],
];

/**
 * Takes out of a question what it tells about people and machines: addresses, mail addresses, user names, passwords
 * and tokens. Codes, files and words stay. When in doubt it takes out.
 */
export function redact(text: string): string {
  return rules.reduce(
    (soFar, [pattern, replacement]) =>
      typeof replacement === 'string' ? soFar.replace(pattern, replacement) : soFar.replace(pattern, replacement),
    withoutSecrets(text, marks.secret),
  );
}

function ifAddress(text: string): string {
  return text.split('.').every((part) => Number(part) <= 255) ? marks.address : text;
}

function withoutIPv6(text: string): string {
  const [, address = '', rest = ''] = /^(.*?)([.:]?)$/s.exec(text) ?? [];
  if (!/[0-9a-f]/i.test(text)) return text;
  if (isIPv6(text)) return marks.address;
  return isIPv6(address) ? marks.address + rest : text;
}

function nameOf(user: string): string {
  const bare = user.replace(/^["']|["']$/g, '');
  return wellKnownUsers.test(bare) || bare === marks.user || bare === '[user' ? user : marks.user;
}

const guid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

function ifRandom(text: string): string {
  const isMixed = /\d/.test(text) && /[a-z]/i.test(text);
  const isPath = text.split('/').every((part) => part.length < 32);
  const isWords = text.split(/[-_]/).every((part) => part.length < 20);
  return isMixed && !isPath && !isWords && !guid.test(text) ? marks.secret : text;
}
