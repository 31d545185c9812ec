import { german } from './de/german.js';
import { english } from './en/english.js';

/**
 * The fixed texts of cards, windows and notices in one language. English gives the form: a catalogue with a text too few
 * or too many does not compile. What articles and the tables of codes say is not in it.
 */
export type Texts = typeof english;

export const languages = ['en', 'de'] as const;
/** A language of the fixed texts, as in settings. */
export type Language = (typeof languages)[number];

const catalogues: Record<Language, Texts> = { en: english, de: german };

/** The fixed texts in a language. */
export function textsIn(language: Language): Texts {
  return catalogues[language];
}
