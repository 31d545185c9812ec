const vowel = /[aeiouy]/;

/**
 * Light English stemmer: plural and verb endings and the final e, so that `enable`, `enables`, `enabled` and
 * `enabling` meet. Longer derivations (`-ation`, `-ment`) keep their own stem: in this field they are other words
 * (`application` and `apply`). Measured against Porter's full algorithm, which lost precision on titles.
 * @param word lower-case letters only; words with other characters come back untouched.
 */
export function stem(word: string): string {
  if (word.length < 4 || !/^[a-z]+$/.test(word)) return word;
  return withoutFinalE(withoutVerbEnding(withoutPlural(word)));
}

/** `-tps` is a protocol over TLS: `https` is not several `http`. */
function withoutPlural(word: string): string {
  if (!word.endsWith('s') || /(?:ss|us|is|tps)$/.test(word)) return word;
  if (word.endsWith('ies') && word.length > 4) return `${word.slice(0, -3)}y`;
  if (/(?:[sxz]|ch|sh)es$/.test(word)) return word.slice(0, -2);
  return word.slice(0, -1);
}

function withoutVerbEnding(word: string): string {
  const ending = word.endsWith('ing') ? 3 : word.endsWith('ed') && !word.endsWith('eed') ? 2 : 0;
  const base = word.slice(0, word.length - ending);
  if (ending === 0 || base.length < 3 || !vowel.test(base)) return word;
  return /([bdfgmnprt])\1$/.test(base) ? base.slice(0, -1) : base;
}

function withoutFinalE(word: string): string {
  return word.length > 3 && word.endsWith('e') && !word.endsWith('ee') ? word.slice(0, -1) : word;
}
