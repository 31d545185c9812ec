import type { InputValue, Json } from '../../../server/types.js';
import { isJson, numberOrNull, objectsIn, stringOrNull, stringsIn } from '../json-fields.js';

/** What an element holds before anybody touches it: empty is `''`, of multi elements `[]`. */
export function initialValue(element: Json): InputValue {
  switch (element.type) {
    case 'plain_text_input':
    case 'email_text_input':
    case 'url_text_input':
    case 'number_input':
      return stringOrNull(element.initial_value) ?? '';
    case 'rich_text_input':
      return isJson(element.initial_value) ? plainWords(element.initial_value) : '';
    case 'static_select':
    case 'external_select':
    case 'radio_buttons':
      return isJson(element.initial_option) ? (stringOrNull(element.initial_option.value) ?? '') : '';
    case 'checkboxes':
    case 'multi_static_select':
    case 'multi_external_select':
      return objectsIn(element.initial_options).flatMap(({ value }) => stringOrNull(value) ?? []);
    case 'users_select':
      return stringOrNull(element.initial_user) ?? '';
    case 'channels_select':
      return stringOrNull(element.initial_channel) ?? '';
    case 'conversations_select':
      return stringOrNull(element.initial_conversation) ?? '';
    case 'multi_users_select':
      return stringsIn(element.initial_users);
    case 'multi_channels_select':
      return stringsIn(element.initial_channels);
    case 'multi_conversations_select':
      return stringsIn(element.initial_conversations);
    case 'datepicker':
      return stringOrNull(element.initial_date) ?? '';
    case 'timepicker':
      return stringOrNull(element.initial_time) ?? '';
    case 'datetimepicker':
      return numberOrNull(element.initial_date_time) ?? '';
    default:
      return '';
  }
}

/** The words of a rich_text block, a line a part. */
function plainWords(block: Json): string {
  const words = (part: Json): string =>
    objectsIn(part.elements).length > 0
      ? objectsIn(part.elements).map(words).join('')
      : (stringOrNull(part.text) ?? stringOrNull(part.url) ?? '');
  return objectsIn(block.elements).map(words).join('\n');
}
