import { blockLimits, elementLimits } from './limits.js';
import { array, boolean, byType, type Check, object, oneOf, string, url } from './schema.js';

export const id = string({ min: 1, max: blockLimits.id });
export const link = url(blockLimits.url);

export function plainText(max: number): Check {
  return byType({ plain_text: object({ text: string({ min: 1, max }) }, { emoji: boolean }) });
}

export function mrkdwn(max: number): Check {
  return byType({ mrkdwn: object({ text: string({ min: 1, max }) }, { verbatim: boolean }) });
}

export function anyText(max: number): Check {
  const text = string({ min: 1, max });
  return byType({
    plain_text: object({ text }, { emoji: boolean }),
    mrkdwn: object({ text }, { verbatim: boolean }),
  });
}

export const confirm = object(
  { text: anyText(elementLimits.confirmText) },
  {
    title: plainText(elementLimits.confirmTitle),
    confirm: plainText(elementLimits.confirmButton),
    deny: plainText(elementLimits.confirmButton),
    style: oneOf('primary', 'danger'),
  },
);

/** `text` differs: selects take plain text, radio buttons and checkboxes mrkdwn as well. */
function option(text: Check): Check {
  return object(
    { text, value: string({ min: 1, max: elementLimits.optionValue }) },
    { description: anyText(elementLimits.optionText), url: link },
  );
}

export const selectOption = option(plainText(elementLimits.optionText));
export const choiceOption = option(anyText(elementLimits.optionText));

export const optionGroup = object({
  label: plainText(elementLimits.optionText),
  options: array(selectOption, { min: 1, max: elementLimits.options }),
});

export const slackFile = object({}, { id, url: link });
