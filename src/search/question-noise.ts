/**
 * What pasted text carries besides the problem: machines, people, moments and numbers of one incident. None of it can
 * be in an article, and a rare word that is there by chance would outweigh every word that matters.
 */
const noisePatterns: readonly RegExp[] = [
  /\{?\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b\}?/gi, // GUIDs
  /\b\d{1,3}(?:\.\d{1,3}){3}(?::\d+)?\b/g, // IPv4 addresses
  /(?<![\w:])(?=[0-9a-f]*:[0-9a-f]*:)[0-9a-f]{0,4}(?::[0-9a-f]{0,4}){2,7}(?:%\w+)?(?![\w:])/gi, // IPv6 addresses
  /\b\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?Z?)?/g, // dates, with a time or without
  /\b\d{1,2}[/.]\d{1,2}[/.]\d{2,4}\b/g,
  /\b\d{1,2}:\d\d(?::\d\d(?:[.,]\d+)?)?(?:\s*[ap]\.?m\b\.?)?/gi, // times of day
  /(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}\.[\w.-]+/g, // mail addresses
  /<?@[\w.-]+>?/g, // mentions
  /\b(?:Mozilla|AppleWebKit|Chrome|Safari|Gecko)\/[\w.+();,:/-]*/g, // user agents
  /(?: \d{1,10}){3,6}[ \t]{0,8}$/gm, // the numbers at the end of a log line, which are read as codes
  /&(?:[a-z]+|#\d+);/gi, // character references of pasted HTML
  /(?<=\\\\)[\w.-]+/g, // the machine of a UNC path
  /(?<=https?:\/\/)[\w.-]+(?::\d+)?/gi, // the host of a URL
];

const methods = 'GET|POST|HEAD|PUT|DELETE|OPTIONS|PATCH|TRACE|DEBUG|PROPFIND|SEARCH|RPC_IN_DATA|RPC_OUT_DATA';
/** A request in a log line or a trace: a method and what it asks for. */
const request = new RegExp(String.raw`\b(?:${methods})\s+(?:[/*]|https?:)`);
/** What such a line says of the wire: its codes are read apart, and its path, names and reasons stay. */
const requestNoise: readonly RegExp[] = [
  new RegExp(String.raw`\b(?:${methods})(?=\s+(?:[/*]|https?:))`, 'g'),
  /\bHTTP\/\d(?:\.\d)?\b/g,
  /(?<![^\s])\d{1,10}(?![^\s])/g, // ports, sizes, times taken
];

/** The text with noise blanked out. */
export function withoutNoise(text: string): string {
  const withoutRequests = text.replace(/[^\n]+/g, (line) => (request.test(line) ? blank(requestNoise, line) : line));
  return blank(noisePatterns, withoutRequests);
}

function blank(patterns: readonly RegExp[], text: string): string {
  return patterns.reduce((cleaned, pattern) => cleaned.replace(pattern, ' '), text);
}

/** Words that carry no problem: grammar, and what people say around one. */
const idleWords = new Set(
  `a about above after again against all also always am an and any anybody anyone anything are as at be because been
  before being below between both but by came can cannot come could day did didn do does doesn doing don done down
  during each either else even ever every everybody everyone everything few for from further get gets getting give
  given gives go goes going got guys had has have having he hello help her here hi him his hour hours how i idea if
  in into is isn it its just kb know last let lets like little look looks made make makes many may maybe me mean
  might mine minute minutes more morning most much must my need needed new next night no none nor not nothing now of
  off ok on once one only onto or other others our ours out over own people please possible put question quite
  really right same say says see seeing seem seems seen several she should show shows since so some somebody someone
  something sometimes somewhere soon still such sure take team tell than thank thanks that the their them then there
  these they thing things think this those though thru till time times to today together tomorrow tonight too tried
  try trying two under until up upon us use used uses using usually very want was wasn way we week weeks well went
  were what when where whether which while who whole why will with within without won would yes yesterday yet you
  your yours ago already almost anymore around away back cause happen happened happening happens keep keeps kind
  looking nobody normally often per pinged quick rather regards saw somehow started suddenly thought understand
  fine fixed good great nice worked cheers sorry hopefully wants whatever whenever wrote first second third`.split(
    /\s+/,
  ),
);

/** Whether a word (any case) says nothing about a problem. */
export function isIdleWord(word: string): boolean {
  return idleWords.has(word.toLowerCase());
}

/** Machine names as people give them: `WEB-03`, `mailrelay2`, `SQLNT1`. Only for words that no article has. */
export function looksLikeHostName(word: string): boolean {
  return /^[a-z](?:[-_]?[a-z0-9])*(?<=\d)$/i.test(word);
}
