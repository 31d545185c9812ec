/**
 * A validator of Block Kit JSON that knows Slack's limits by itself: it shares no number and no code with src/cards, so
 * that a wrong limit there is found here. It knows the standard blocks and nothing else; an unknown field is a problem.
 * Sources: docs.slack.dev, reference/block-kit; the total of 13,200 characters of a message is undocumented and measured.
 */
import { hostileHost } from './hostile-articles.js';

type Fields = Record<string, unknown>;
type Report = (problem: string) => void;

const maxMessageCharacters = 13_200;
/** What a card may use of that, so that a difference in counting does no harm. */
const maxCardCharacters = 12_000;

export interface ValidationOptions {
  /** Mentions that this message is meant to have, as `<@U1>` or `<!subteam^S1>`. */
  mentions?: string[];
}

/** Everything wrong with a message `{text, blocks}`; an empty list means that Slack takes it and it pings nobody. */
export function messageProblems(message: unknown, options: ValidationOptions = {}): string[] {
  const problems: string[] = [];
  const fields = object(message, 'message', ['text', 'blocks'], (problem) => problems.push(problem));
  mrkdwnText(fields.text, 'text', 4_000, options, (problem) => problems.push(problem));
  blockList(fields.blocks, 50, new Set(messageBlocks), options, (problem) => problems.push(problem));
  const characters = totalText(fields.blocks);
  if (characters > maxMessageCharacters) problems.push(`msg_blocks_too_long: ${characters} characters`);
  else if (characters > maxCardCharacters) problems.push(`over the card budget: ${characters} characters`);
  return problems;
}

/** Everything wrong with a modal view. */
export function viewProblems(view: unknown): string[] {
  const problems: string[] = [];
  const report: Report = (problem) => problems.push(problem);
  const fields = object(
    view,
    'view',
    ['type', 'title', 'submit', 'close', 'callback_id', 'private_metadata', 'blocks'],
    report,
  );
  if (fields.type !== 'modal') report(`view.type is ${fields.type}`);
  plainText(fields.title, 'view.title', 24, report);
  if (fields.submit !== undefined) plainText(fields.submit, 'view.submit', 24, report);
  if (fields.close !== undefined) plainText(fields.close, 'view.close', 24, report);
  text(fields.callback_id, 'view.callback_id', 255, report);
  if (fields.private_metadata !== '') text(fields.private_metadata, 'view.private_metadata', 3_000, report);
  blockList(fields.blocks, 100, new Set([...messageBlocks, 'input']), {}, report);
  const hasInput = list(fields.blocks).some((block) => isFields(block) && block.type === 'input');
  if (hasInput && fields.submit === undefined) report('view.submit is missing although there is an input');
  if (totalText(fields.blocks) > maxCardCharacters) report(`view: ${totalText(fields.blocks)} characters`);
  return problems;
}

/** Everything wrong with a Home tab. */
export function homeProblems(view: unknown, options: ValidationOptions = {}): string[] {
  const problems: string[] = [];
  const report: Report = (problem) => problems.push(problem);
  const fields = object(view, 'view', ['type', 'blocks'], report);
  if (fields.type !== 'home') report(`view.type is ${fields.type}`);
  blockList(fields.blocks, 100, new Set(messageBlocks), options, report);
  const bytes = Buffer.byteLength(JSON.stringify(view));
  if (bytes > 250_000) report(`view_too_large: ${bytes} bytes`);
  if (totalText(fields.blocks) > maxCardCharacters) report(`view: ${totalText(fields.blocks)} characters`);
  return problems;
}

const messageBlocks = ['section', 'rich_text', 'context', 'actions', 'header', 'divider'];

function blockList(value: unknown, max: number, types: Set<string>, options: ValidationOptions, report: Report): void {
  const blocks = list(value);
  if (blocks.length === 0) report('blocks: there are none');
  if (blocks.length > max) report(`blocks: ${blocks.length}, at most ${max}`);
  const ids = new Set<unknown>();
  blocks.forEach((block, index) => {
    const at = `blocks[${index}]`;
    if (!isFields(block) || typeof block.type !== 'string' || !types.has(block.type)) {
      report(`${at}: unknown block ${JSON.stringify(block)?.slice(0, 80)}`);
      return;
    }
    if (block.block_id !== undefined) {
      text(block.block_id, `${at}.block_id`, 255, report);
      if (ids.has(block.block_id)) report(`${at}: block_id ${block.block_id} is taken`);
      ids.add(block.block_id);
    }
    checks[block.type]?.(block, at, options, report);
  });
}

type Check = (block: Fields, at: string, options: ValidationOptions, report: Report) => void;

const checks: Record<string, Check> = {
  divider: (block, at, _, report) => void object(block, at, ['type', 'block_id'], report),
  header(block, at, _, report) {
    object(block, at, ['type', 'block_id', 'text'], report);
    plainText(block.text, `${at}.text`, 150, report);
  },
  section(block, at, options, report) {
    object(block, at, ['type', 'block_id', 'text', 'accessory'], report);
    textObject(block.text, `${at}.text`, 3_000, options, report);
    if (block.accessory !== undefined) button(block.accessory, `${at}.accessory`, report);
  },
  context(block, at, options, report) {
    object(block, at, ['type', 'block_id', 'elements'], report);
    count(block.elements, `${at}.elements`, 10, report);
    list(block.elements).forEach((element, index) => {
      textObject(element, `${at}.elements[${index}]`, 2_000, options, report);
    });
  },
  actions(block, at, _, report) {
    object(block, at, ['type', 'block_id', 'elements'], report);
    count(block.elements, `${at}.elements`, 25, report);
    const ids = list(block.elements).map((element, index) => button(element, `${at}.elements[${index}]`, report));
    if (new Set(ids).size < ids.length) report(`${at}: action_id repeated in ${ids.join(' ')}`);
  },
  rich_text(block, at, _, report) {
    object(block, at, ['type', 'block_id', 'elements'], report);
    count(block.elements, `${at}.elements`, 1_000, report);
    list(block.elements).forEach((element, index) => {
      richTextPart(element, `${at}.elements[${index}]`, report);
    });
  },
  input(block, at, _, report) {
    object(block, at, ['type', 'block_id', 'label', 'hint', 'optional', 'element'], report);
    plainText(block.label, `${at}.label`, 2_000, report);
    if (block.hint !== undefined) plainText(block.hint, `${at}.hint`, 2_000, report);
    inputElement(block.element, `${at}.element`, report);
  },
};

function richTextPart(value: unknown, at: string, report: Report): void {
  if (!isFields(value)) return report(`${at}: not an object`);
  if (value.type === 'rich_text_list') return richTextList(value, at, report);
  object(value, at, ['type', 'elements'], report);
  const inlines = list(value.elements);
  if (!['rich_text_section', 'rich_text_preformatted', 'rich_text_quote'].includes(String(value.type))) {
    report(`${at}: unknown part ${value.type}`);
  }
  count(inlines, `${at}.elements`, 1_000, report);
  inlines.forEach((inline, index) => {
    richTextInline(inline, `${at}.elements[${index}]`, report);
  });
}

function richTextList(value: Fields, at: string, report: Report): void {
  object(value, at, ['type', 'style', 'indent', 'offset', 'elements'], report);
  if (value.style !== 'ordered' && value.style !== 'bullet') report(`${at}.style is ${value.style}`);
  wholeNumber(value.indent ?? 0, `${at}.indent`, 8, report);
  wholeNumber(value.offset ?? 0, `${at}.offset`, 100_000, report);
  count(value.elements, `${at}.elements`, 1_000, report);
  list(value.elements).forEach((item, index) => {
    if (!isFields(item) || item.type !== 'rich_text_section')
      report(`${at}.elements[${index}] is no rich_text_section`);
    else richTextPart(item, `${at}.elements[${index}]`, report);
  });
}

/** Only text, links and dates: users, groups and broadcasts in rich text would ping. */
function richTextInline(value: unknown, at: string, report: Report): void {
  if (isFields(value) && value.type === 'date') return date(value, at, report);
  const fields = object(value, at, ['type', 'text', 'url', 'style'], report);
  if (fields.type === 'link') {
    text(fields.url, `${at}.url`, 3_000, report);
    if (typeof fields.url === 'string' && !/^https?:\/\/[^\s<>|]+$/.test(fields.url))
      report(`${at}: link to ${fields.url}`);
    if (String(fields.url).includes(hostileHost)) report(`${at}: a text became a link to ${fields.url}`);
  } else if (fields.type !== 'text') {
    report(`${at}: unknown inline ${fields.type}`);
  }
  text(fields.text, `${at}.text`, 3_000, report, false);
  if (typeof fields.text === 'string') noPings(fields.text, at, report);
}

function date(value: Fields, at: string, report: Report): void {
  const fields = object(value, at, ['type', 'timestamp', 'format', 'fallback'], report);
  wholeNumber(fields.timestamp, `${at}.timestamp`, 99_999_999_999, report);
  if (fields.format !== '{ago}') report(`${at}.format is ${fields.format}`);
  text(fields.fallback, `${at}.fallback`, 100, report);
}

function button(value: unknown, at: string, report: Report): unknown {
  const fields = object(value, at, ['type', 'text', 'action_id', 'value', 'style', 'confirm'], report);
  if (fields.type !== 'button') report(`${at}: ${fields.type} is no button`);
  plainText(fields.text, `${at}.text`, 75, report);
  text(fields.action_id, `${at}.action_id`, 255, report);
  text(fields.value, `${at}.value`, 2_000, report);
  if (fields.confirm !== undefined) dialog(fields.confirm, `${at}.confirm`, report);
  return fields.action_id;
}

function dialog(value: unknown, at: string, report: Report): void {
  const fields = object(value, at, ['title', 'text', 'confirm', 'deny', 'style'], report);
  plainText(fields.title, `${at}.title`, 100, report);
  plainText(fields.text, `${at}.text`, 300, report);
  plainText(fields.confirm, `${at}.confirm`, 30, report);
  plainText(fields.deny, `${at}.deny`, 30, report);
}

function inputElement(value: unknown, at: string, report: Report): void {
  const fields = object(
    value,
    at,
    [
      'type',
      'action_id',
      'placeholder',
      'multiline',
      'max_length',
      'initial_value',
      'initial_option',
      'min_query_length',
      'focus_on_load',
    ],
    report,
  );
  if (fields.initial_option !== undefined) option(fields.initial_option, `${at}.initial_option`, report);
  if (fields.type !== 'plain_text_input' && fields.type !== 'external_select') report(`${at}: ${fields.type}`);
  text(fields.action_id, `${at}.action_id`, 255, report);
  if (fields.placeholder !== undefined) plainText(fields.placeholder, `${at}.placeholder`, 150, report);
  if (![undefined, true].includes(fields.focus_on_load as undefined))
    report(`${at}.focus_on_load: ${String(fields.focus_on_load)}`);
  if (fields.max_length !== undefined) wholeNumber(fields.max_length, `${at}.max_length`, 3_000, report);
  if (fields.initial_value !== undefined) text(fields.initial_value, `${at}.initial_value`, 3_000, report);
  if (fields.type === 'external_select') wholeNumber(fields.min_query_length, `${at}.min_query_length`, 100, report);
}

function option(value: unknown, at: string, report: Report): void {
  const fields = object(value, at, ['text', 'value'], report);
  plainText(fields.text, `${at}.text`, 75, report);
  text(fields.value, `${at}.value`, 150, report);
}

function textObject(value: unknown, at: string, max: number, options: ValidationOptions, report: Report): void {
  if (!isFields(value) || value.type !== 'mrkdwn') return plainText(value, at, max, report);
  object(value, at, ['type', 'text', 'verbatim'], report);
  mrkdwnText(value.text, `${at}.text`, max, options, report);
}

function plainText(value: unknown, at: string, max: number, report: Report): void {
  const fields = object(value, at, ['type', 'text', 'emoji'], report);
  if (fields.type !== 'plain_text') report(`${at}: ${fields.type} is no plain_text`);
  text(fields.text, `${at}.text`, max, report);
  if (typeof fields.text === 'string') noPings(fields.text, at, report);
}

/** mrkdwn: `&` only in the three entities, `<` only before a link to the web or a mention that was asked for. */
function mrkdwnText(value: unknown, at: string, max: number, options: ValidationOptions, report: Report): void {
  text(value, at, max, report);
  if (typeof value !== 'string') return;
  if (/&(?!(?:amp|lt|gt);)/.test(value)) report(`${at}: & not escaped`);
  const tokens = value.match(/<[^>]*>?/g) ?? [];
  for (const token of tokens) {
    if (!options.mentions?.includes(token) && !/^<https?:\/\/[^|>\s]+\|[^|>]+>$/.test(token))
      report(`${at}: token ${token}`);
    if (token.includes(hostileHost)) report(`${at}: a text became the link ${token}`);
  }
  if (tokens.join('').split('>').length !== value.split('>').length) report(`${at}: > not escaped`);
  const decoded = tokens.reduce((rest, token) => rest.replace(token, ''), value);
  noPings(decoded.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&'), at, report);
}

/** Also literal text must not look like a mention: a client or a copy may read it as one. */
function noPings(value: string, at: string, report: Report): void {
  const ping = /<!(?:here|channel|everyone|subteam)|<@[A-Z0-9]|@(?:here|channel|everyone)(?![\p{L}\p{N}])/iu.exec(
    value,
  );
  if (ping !== null) report(`${at}: could ping: ${ping[0]}`);
}

function text(value: unknown, at: string, max: number, report: Report, mustShow = true): void {
  if (typeof value !== 'string') return report(`${at}: no text`);
  if (value === '' || (mustShow && value.trim() === '')) report(`${at}: empty`);
  if (value.length > max) report(`${at}: ${value.length} characters, at most ${max}`);
  if (/\p{Surrogate}/u.test(value)) report(`${at}: half a character`);
  if (/(?![\n\t])\p{Cc}/u.test(value)) report(`${at}: control character`);
}

function count(value: unknown, at: string, max: number, report: Report): void {
  const { length } = list(value);
  if (length === 0 || length > max) report(`${at}: ${length} elements, 1 to ${max} allowed`);
}

function wholeNumber(value: unknown, at: string, max: number, report: Report): void {
  if (typeof value !== 'number' || !Number.isInteger(value) || value < 0 || value > max) report(`${at}: ${value}`);
}

function object(value: unknown, at: string, known: string[], report: Report): Fields {
  if (!isFields(value)) {
    report(`${at}: not an object`);
    return {};
  }
  for (const key of Object.keys(value)) if (!known.includes(key)) report(`${at}: unknown field ${key}`);
  return value;
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function list(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

/** All text that is shown: every `text` that is a string, wherever it stands. */
function totalText(value: unknown): number {
  if (Array.isArray(value)) return value.reduce<number>((sum, one) => sum + totalText(one), 0);
  if (!isFields(value)) return 0;
  return Object.entries(value).reduce(
    (sum, [key, one]) => sum + (key === 'text' && typeof one === 'string' ? one.length : totalText(one)),
    0,
  );
}
