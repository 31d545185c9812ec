import { pick } from './elements.js';
import { blockLimits } from './limits.js';
import { anyRichText, richText } from './rich-text.js';
import { array, boolean, byType, type Check, complain, type Fields, integer, object, oneOf, string } from './schema.js';
import { anyText, id, link, mrkdwn, plainText } from './text-objects.js';

const cellText = string({ max: blockLimits.tableText });
const rawText = object({ text: cellText });
const finite: Check = (value, at, problems) => {
  if (typeof value !== 'number') complain(problems, 'must provide a number', at);
};
const cell = byType({ raw_text: rawText, raw_number: object({ value: finite, text: cellText }), rich_text: richText });
const row = array(cell, { min: 1, max: blockLimits.tableCells });

const columnSettings = object({}, { align: oneOf('left', 'center', 'right'), is_wrapped: boolean });
const imageElement = byType(pick(['image']));
const status = oneOf('pending', 'in_progress', 'complete', 'error');
const source = object({ url: link, text: id });

/** The blocks that came in 2025 and 2026. `child` is what a container takes. */
export function newBlocks({ block, child }: { block: Fields; child: Check }): Record<string, Check> {
  const card = cardBlock(block);
  const task_card = taskCard(block);
  const contextAction = byType(pick(['feedback_buttons', 'icon_button']));
  const level = oneOf('default', 'info', 'warning', 'error', 'success');
  return {
    card,
    task_card,
    alert: object({ text: anyText(blockLimits.alert) }, { ...block, level }),
    carousel: object({ elements: array(byType({ card }), { min: 1, max: blockLimits.carouselCards }) }, block),
    container: container(block, child),
    context_actions: object(
      { elements: array(contextAction, { min: 1, max: blockLimits.contextActionsElements }) },
      block,
    ),
    table: object(
      { rows: array(row, { min: 1, max: blockLimits.tableRows }) },
      { ...block, column_settings: array(columnSettings, { max: blockLimits.tableCells }) },
    ),
    data_table: dataTable(block),
    plan: object({ title: id }, { ...block, tasks: array(byType({ task_card }), { max: 50 }) }),
  };
}

function cardBlock(block: Fields): Check {
  return object(
    {},
    {
      ...block,
      hero_image: imageElement,
      icon: imageElement,
      slack_icon: object({ name: id }),
      title: mrkdwn(blockLimits.cardTitle),
      subtitle: mrkdwn(blockLimits.cardTitle),
      body: mrkdwn(blockLimits.cardBody),
      subtext: mrkdwn(blockLimits.cardBody),
      actions: array(byType(pick(['button'])), { min: 1, max: blockLimits.cardActions }),
    },
  );
}

function taskCard(block: Fields): Check {
  const sources = array(byType({ url: source }), { max: 100 });
  return object({ task_id: id, title: id, status }, { ...block, details: anyRichText, output: anyRichText, sources });
}

function container(block: Fields, child: Check): Check {
  return object(
    { child_blocks: array(child, { min: 1, max: blockLimits.containerChildren }) },
    {
      ...block,
      title: plainText(blockLimits.containerTitle),
      rich_text_title: anyRichText,
      subtitle: anyText(blockLimits.containerTitle),
      width: oneOf('narrow', 'standard', 'wide', 'full'),
      icon: imageElement,
      is_collapsible: boolean,
      default_collapsed: boolean,
      has_header_divider: boolean,
    },
  );
}

function dataTable(block: Fields): Check {
  return object(
    {
      rows: array(row, { min: 2, max: blockLimits.dataTableRows }),
      caption: string({ min: 1, max: blockLimits.text }),
    },
    {
      ...block,
      page_size: integer({ min: 1, max: blockLimits.dataTablePageSize }),
      row_header_column_index: integer({ min: 0, max: blockLimits.tableCells - 1 }),
    },
  );
}
