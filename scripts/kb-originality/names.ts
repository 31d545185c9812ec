/**
 * What is called the same by everybody, so that it is no copying: names of products and their parts, code and error texts
 * between quotes or backticks, addresses, paths, registry keys, file names, numbers.
 */
const patterns: readonly RegExp[] = [
  /`[^`]*`/g,
  /"[^"]{1,400}"/g,
  /“[^”]{1,400}”/g,
  /\b(?:https?|ftp):\/\/\S+/gi,
  /\bHK(?:LM|CU|CR|U|EY_\w+)\b\S*/g,
  /\S*\\\S*/g,
  /\S*%\w+%\S*/g,
  /(?<=^|\s)\/\S+/g,
  /\b[\w-]+\.(?:asa|asax|asp|aspx|bat|chm|cmd|config|cpp|dll|doc|exe|htm|html|inf|ini|js|json|log|mdb|ocx|sys|txt|vbs|xml)\b/gi,
  /\b\d+\b/g,
  /\b(?:act as part of the operating system|adjust memory quotas for a process|impersonate a client after authentication|log on as a (?:batch job|service)|log on locally|replace a process level token)\b/gi,
  new RegExp(
    `\\b(?:${[
      'Microsoft',
      'Windows(?:\\s+(?:NT|Server|Vista|XP|Process\\s+Activation\\s+Service))*',
      'Internet\\s+Information\\s+(?:Services?|Server)(?:\\s+\\(?IIS\\)?)?(?:\\s+Manager)?',
      'Internet\\s+(?:Services?\\s+Manager|Service\\s+Manager|Explorer|Security\\s+and\\s+Acceleration\\s+Server)',
      'IIS(?:\\s+(?:Manager|Express|Admin(?:istration)?\\s+Service))?',
      'Active\\s+(?:Directory|Server\\s+Pages|Data\\s+Objects)',
      'FrontPage(?:\\s+Server\\s+Extensions)?',
      'World\\s+Wide\\s+Web\\s+Publishing\\s+Service',
      'File\\s+Transfer\\s+Protocol',
      'SQL\\s+Server',
      'Exchange\\s+Server',
      'Outlook\\s+Web\\s+Access',
      'Microsoft\\s+Management\\s+Console',
      'Visual\\s+(?:Studio|Basic|C\\+\\+|InterDev)',
      'Application\\s+Request\\s+Routing',
      'URL\\s+Rewrite',
      'Internet\\s+Server\\s+Application\\s+Programming\\s+Interface',
      'Common\\s+Gateway\\s+Interface',
      'Secure\\s+Sockets\\s+Layer',
      'Service\\s+Pack(?:\\s+\\d\\w*)?',
      'Knowledge\\s+Base',
    ].join('|')})\\b`,
    'g',
  ),
];

/** The places of a text that are names, as pairs of offsets; they may overlap. */
export function namePlaces(text: string): [start: number, end: number][] {
  return patterns.flatMap((pattern) =>
    [...text.matchAll(pattern)].map((match): [number, number] => [match.index, match.index + match[0].length]),
  );
}
