import { withEmoji } from './emoji.js';

/** Text in which nothing is markup; `:names:` become signs where the text object wants that. */
export function PlainText({ text, emoji = true }: { text: string; emoji?: boolean }) {
  return emoji ? withEmoji(text) : text;
}
