type Rule = [pattern: RegExp, replacement: string | ((match: string, ...groups: string[]) => string)];

/**
 * Takes out of a text what opens doors: tokens, keys, passwords, the password in an address. Everything else stays as it
 * is. When in doubt it takes out.
 * @param mark what is written in its place
 */
export function withoutSecrets(text: string, mark: string): string {
  return rulesWith(mark).reduce(
    (soFar, [pattern, replacement]) =>
      typeof replacement === 'string' ? soFar.replace(pattern, replacement) : soFar.replace(pattern, replacement),
    text,
  );
}

/** In this order: what looks like a part of a longer secret must not be taken out before the whole. */
function rulesWith(mark: string): Rule[] {
  return [
    [/-----BEGIN [A-Z ]{0,40}PRIVATE KEY-----[\w+/=\s\\]{0,10000}(?:-----END [A-Z ]{0,40}PRIVATE KEY-----)?/g, mark],
    // Tokens that show themselves: Slack, JWT, GitHub, AWS, Google.
    [/\bx(?:ox[a-z](?:\.xox[a-z])?|app)-[\w-]{6,}/gi, mark],
    [/\beyJ[\w-]{8,}(?:\.[\w-]*){0,2}/g, mark],
    [/\b(?:gh[opsur]_\w{16,}|github_pat_\w{16,}|A(?:KI|SI)A[A-Z0-9]{12,}|AIza[\w-]{20,}|sk-[\w-]{16,})/g, mark],
    [/(?<=https:\/\/hooks\.slack\.com\/)[\w/-]{8,}/gi, mark],
    [
      /\b(Bearer|Basic|Negotiate|NTLM|Digest)(\s+)(?=[^\s]*[\d+/=])[\w+/=.~-]{16,}/gi,
      (_, scheme, gap) => `${scheme}${gap}${mark}`,
    ],
    // The user and password of an address.
    [/\b([a-z][a-z0-9+.-]{0,20}:\/\/)[^\s/@'"<>]{1,200}@/gi, (_, scheme) => `${scheme}${mark}@`],
    // password=..., "pwd: ...", &sig=...: up to what ends a value.
    [
      /\b((?:[a-z]{1,20}[_-])?(?:pass(?:word|wd|phrase)?|pwd|secret|(?:access|refresh|auth|session|id|csrf|sas|api)?[_-]?token|api[_-]?key|(?:secret[_-]?)?access[_-]?key|account[_-]?key|client[_-]?secret|sig|signature)\\{0,4}["']?\s{0,3}[=:]\s{0,3}\\{0,4})("[^"\n]{1,300}"|'[^'\n]{1,300}'|[^\s;&,"'<>]{1,300})/gi,
      (_, name) => `${name}${mark}`,
    ],
  ];
}
