import type { ComponentType } from 'react';
import { NotDrawn } from '../not-drawn.js';
import { Picture } from '../picture.js';
import { ButtonElement } from './button.js';
import { Checkboxes, RadioButtons } from './choices.js';
import { DateInput } from './date-inputs.js';
import styles from './element.module.css';
import { FeedbackButtons, IconButton } from './feedback-buttons.js';
import { FileInput } from './file-input.js';
import { OverflowElement } from './overflow.js';
import { MultiSelect } from './select/multi-select.js';
import { SingleSelect } from './select/single-select.js';
import { TextInput } from './text-inputs.js';
import type { ElementProps } from './use-element.js';

const elements: Record<string, ComponentType<ElementProps>> = {
  button: ButtonElement,
  workflow_button: ButtonElement,
  image: ({ element }) => <Picture image={element} className={styles.image} />,
  overflow: OverflowElement,
  radio_buttons: RadioButtons,
  checkboxes: Checkboxes,
  datepicker: DateInput,
  timepicker: DateInput,
  datetimepicker: DateInput,
  plain_text_input: TextInput,
  email_text_input: TextInput,
  url_text_input: TextInput,
  number_input: TextInput,
  rich_text_input: TextInput,
  file_input: FileInput,
  feedback_buttons: FeedbackButtons,
  icon_button: IconButton,
  static_select: SingleSelect,
  external_select: SingleSelect,
  users_select: SingleSelect,
  channels_select: SingleSelect,
  conversations_select: SingleSelect,
  multi_static_select: MultiSelect,
  multi_external_select: MultiSelect,
  multi_users_select: MultiSelect,
  multi_channels_select: MultiSelect,
  multi_conversations_select: MultiSelect,
};

/** An interactive element, whatever it is. */
export function Element(props: ElementProps) {
  const type = String(props.element.type);
  const Drawn = Object.hasOwn(elements, type) ? elements[type] : undefined;
  return Drawn === undefined ? <NotDrawn what={props.element} /> : <Drawn {...props} />;
}
