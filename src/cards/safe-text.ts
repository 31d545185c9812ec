/** A word joiner: invisible, of no width, and enough to keep Slack from reading a mention. */
export const wordJoiner = '\u2060';

const controlCharacters = /(?![\n\t])\p{Cc}/gu;
/** They turn the order of what follows: an article or a name could show a text that it does not have. */
const directionOverrides = /[\u202a-\u202e\u2066-\u2069]/g;
const loneSurrogates = /\p{Surrogate}/gu;
const mentionTokens = /<(?=!(?:here|channel|everyone|subteam|date)|@[A-Z0-9]|#[A-Z0-9])/gi;
const broadcastWords = /@(?=(?:here|channel|everyone)(?![\p{L}\p{N}]))/giu;

/** A text without control characters (a terminal would obey them), overrides of its direction, and halves of characters. */
export function cleanText(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(controlCharacters, '')
    .replace(directionOverrides, '')
    .replace(loneSurrogates, '\uFFFD');
}

/**
 * A text from an article or a person, made safe to show anywhere: clean, and with mentions broken by a word joiner, so
 * that it can ping nobody even where a client reads a literal text as markup. Everything else stays as it is.
 */
export function safeText(text: string): string {
  return cleanText(text).replace(mentionTokens, `<${wordJoiner}`).replace(broadcastWords, `@${wordJoiner}`);
}

/** A safe text on one line: every run of white space is one space. */
export function safeLine(text: string): string {
  return safeText(text).replace(/\s+/g, ' ').trim();
}

/** Whether a text shows anything: white space and characters without width do not. */
export function isVisible(text: string): boolean {
  return /[^\s\p{Cc}\p{Cf}\p{Surrogate}]/u.test(text);
}
