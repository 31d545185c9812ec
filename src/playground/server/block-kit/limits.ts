/**
 * Slack's limits as this server enforces them. It is a table of its own on purpose: an app that has a wrong number
 * in its table meets the right one here. Lengths are in UTF-16 units, never less than Slack's count of characters.
 */
export const messageLimits = {
  /** A longer `text` is cut here. */
  text: 40_000,
  /** Of chat.update. */
  updatedText: 4000,
  metadata: 8000,
  blocks: 50,
  /** All texts of all blocks of a message together; measured by users, not documented (bolt-js#2509). */
  allBlocks: 13_200,
  attachments: 100,
  /** All markdown blocks of a message together. */
  markdown: 12_000,
} as const;

export const viewLimits = {
  blocks: 100,
  title: 24,
  privateMetadata: 3000,
  /** Of the whole view as JSON. */
  bytes: 250_000,
  /** How many modals lie on top of each other. */
  stack: 3,
} as const;

export const blockLimits = {
  id: 255,
  text: 3000,
  url: 3000,
  sectionFields: 10,
  sectionField: 2000,
  header: 150,
  contextElements: 10,
  actionsElements: 25,
  contextActionsElements: 5,
  altText: 2000,
  imageTitle: 2000,
  label: 2000,
  videoTitle: 200,
  alert: 200,
  containerChildren: 10,
  containerTitle: 150,
  cardTitle: 150,
  cardBody: 200,
  cardActions: 3,
  carouselCards: 10,
  tableRows: 100,
  tableCells: 20,
  tableText: 10_000,
  dataTableRows: 101,
  dataTablePageSize: 100,
} as const;

export const elementLimits = {
  buttonText: 75,
  buttonValue: 2000,
  accessibilityLabel: 75,
  placeholder: 150,
  plainTextInput: 3000,
  options: 100,
  optionGroups: 100,
  choices: 10,
  overflowOptions: 5,
  optionText: 75,
  /** The types say 75, the server takes 150 (python-slack-sdk#1655). */
  optionValue: 150,
  confirmTitle: 100,
  confirmText: 300,
  confirmButton: 30,
} as const;
