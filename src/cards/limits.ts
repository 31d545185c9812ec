/**
 * The one table of Slack's limits that cards and modals must keep. Lengths are in UTF-16 units, of the text as sent
 * (`&lt;` counts four): never less than Slack counts. Sources: docs.slack.dev, reference/block-kit, unless said.
 */
export const slackLimits = {
  messageBlocks: 50,
  viewBlocks: 100,
  /** All text of a message together; beyond it Slack answers msg_blocks_too_long (undocumented: bolt-js#2509). */
  messageCharacters: 13_200,
  header: 150,
  section: 3_000,
  contextElements: 10,
  actionElements: 25,
  buttonLabel: 75,
  buttonValue: 2_000,
  url: 3_000,
  optionText: 75,
  /** Slack's servers allow 150; its type definitions say 75. */
  optionValue: 150,
  viewTitle: 24,
  privateMetadata: 3_000,
  inputText: 3_000,
  /** Slack accepts a top-level text up to 40,000 and advises 4,000. */
  fallbackText: 4_000,
  /** Slack's composer indents lists up to this level. */
  listIndent: 8,
} as const;

/** What this project allows itself within those limits, so that a card stays readable and always fits. */
export const budget = {
  /** The text of all blocks of one message, or of one page of a modal. */
  characters: 12_000,
  /** Of those, what stands on every page of an article beside its text: title, source line, links and buttons. */
  pageFrame: 3_000,
  /** Blocks of one page of a modal, header and buttons left out. */
  pageBlocks: 90,
  /** Blocks of one thread part, header and buttons left out. */
  partBlocks: 44,
  /** One rich_text block: Slack documents no limit, so it keeps the one of a section. */
  richText: 2_900,
  /** The longest piece of an article that is never divided further. */
  piece: 1_200,
  /** CAUSE on an answer card. */
  cause: 1_500,
  /** RESOLUTION, or what stands in for it, on an answer card. */
  remedy: 2_200,
  /** SUMMARY or SYMPTOMS where an article has neither cause nor remedy. */
  substitute: 1_500,
  /** SYMPTOMS on a card that is not sure. */
  symptoms: 400,
  /** One code's name and meaning. */
  meaning: 400,
  /** A line in small print. */
  contextLine: 600,
  /** A title in running text or in a list. */
  title: 250,
  /** A question repeated on a card. */
  question: 300,
  /** The notification text of a card. */
  notification: 1_500,
  /** A question on its button: Slack shows about 30 characters of a label. */
  recentLabel: 30,
  /** A question without an answer, in a list. */
  unanswered: 200,
  /** A question inside a button's value. */
  stateQuestion: 600,
  matchesPerPage: 5,
  /** Notes of the team on a card, and the text of each there. */
  cardNotes: 3,
  cardNote: 300,
  /** The text of a note: what one input of a window takes. */
  note: 3_000,
  notesPerPage: 10,
  /** What stands beside a note's text in its window: name, date, link and buttons. */
  noteFrame: 200,
  /** A person's name. */
  name: 80,
} as const;
