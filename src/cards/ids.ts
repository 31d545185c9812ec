/**
 * Every identifier that Slack sends back to us. They are versioned: a card that was posted by an older
 * version keeps its ids, and an id that this version does not know is answered politely.
 */
export const idPrefix = 'kb:v1:';

/**
 * The verbs of the card's buttons. `action_id` is `actionId(verb)`; `value` is a packed CardState: for `others` its rank
 * is the first of the page to show, for `page` its page is the one to show, for `ask` and for `show` without an article
 * its question is a new one. All others carry the state of the card that they stand on.
 */
export const verbs = [
  'full', // the whole article in a modal
  'page', // another page of that modal
  'more', // the MORE INFORMATION section, into the thread
  'others', // a page of the other matches
  'show', // one of the other matches as a card
  'applies', // the applies-to list
  'share', // a private answer to the channel
  'fixed', // "This fixed it"
  'not-helped', // "Did not help": then next, search-again or ask-person
  'next', // the next match as a card
  'search-again', // the search modal with the question filled in
  'ask', // the best article for a question in a modal
  'ask-person', // mention the group from the settings
  'settings', // the settings window of a channel, or without one of the workspace
  'settings-of', // turns that window into the one of another place
  'reset-settings', // gives up what was set in that window's place
  'notes', // the window of an article's notes, or another page of it
  'add-note', // the window that adds a note to the article
  'edit-note', // the window that changes the note that the state names
  'delete-note', // takes that note away
] as const;
export type Verb = (typeof verbs)[number];

/**
 * The action id of a button. Slack wants ids to differ within a block, so the second and later buttons of one verb
 * get their number: `kb:v1:page`, `kb:v1:page:1`. Listeners bind a pattern of `idPrefix` and ask `verbOf`.
 */
export function actionId(verb: Verb, nth = 0): string {
  return nth === 0 ? `${idPrefix}${verb}` : `${idPrefix}${verb}:${nth}`;
}

/** The verb of an action id that this version made (with or without a number), or null. */
export function verbOf(id: string): Verb | null {
  return verbs.find((verb) => id.replace(/:\d+$/, '') === actionId(verb)) ?? null;
}

export const shortcutIds = {
  lookUpMessage: 'kb_lookup_message',
  saveNote: 'kb_save_note',
  search: 'kb_search_global',
} as const;
export const viewIds = {
  search: 'kb:v1:search',
  article: 'kb:v1:article',
  settings: 'kb:v1:set',
  notes: 'kb:v1:notes-of-article',
  newNote: 'kb:v1:new-note',
  editNote: 'kb:v1:changed-note',
} as const;
/** An input of the settings window; a window that is shown anew gets new blocks, or it would keep what was typed. */
export function settingIds(name: string, form = '') {
  return { block: `kb:v1:set:${name}:${form}`, action: `kb:v1:set:${name}` };
}
/** The search modal's inputs. */
export const searchInputs = {
  pick: { block: 'kb:v1:pick', action: 'kb:v1:pick-article' },
  question: { block: 'kb:v1:question', action: 'kb:v1:question-text' },
} as const;
/** The inputs of the windows that add and edit a note. */
export const noteInputs = {
  article: { block: 'kb:v1:note-article', action: 'kb:v1:pick-note-article' },
  text: { block: 'kb:v1:note', action: 'kb:v1:note-text' },
} as const;
