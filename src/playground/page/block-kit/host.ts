import type { Delivered, Place, ViewInputs } from '../../protocol.js';
import type { InputValue, Option } from '../../server/types.js';

/** An interactive element that was used: a button pressed, an option chosen, a text entered. */
export interface ElementUse {
  actionId: string;
  blockId: string;
  /** What was chosen or typed; absent for buttons. */
  value?: InputValue;
  /** A button's `value`: several in one block may share an action_id. */
  buttonValue?: string;
  /** What stands in the other inputs of the window. */
  values?: ViewInputs;
}

/** A person or channel as an entry of a menu. */
export interface NamedId {
  id: string;
  name: string;
}

/**
 * What the blocks need from the page around them. The blocks know no store and no socket: a gallery or a test brings a
 * host of its own, the page uses `useHost(place)` of its shell.
 */
export interface BlockKitHost {
  readonly place: Place;
  /** Resolves when the bot has acknowledged; a failure is told by the host, the blocks only stop waiting. */
  act(use: ElementUse): Promise<Delivered>;
  /** The options of an external select for what was typed. */
  options(actionId: string, blockId: string, text: string): Promise<Option[]>;
  /** Without `@`; null for somebody unknown. */
  userName(id: string): string | null;
  /** Without `#`; null for a channel that this person does not see. */
  channelName(id: string): string | null;
  /** The entries of user and conversation menus. */
  users(): readonly NamedId[];
  channels(): readonly NamedId[];
  /** A click on a mention. */
  openUserOrChannel?(id: string): void;
}

/** What was typed and chosen in a modal: block_id -> action_id -> value. */
export type FormValues = Readonly<Record<string, Readonly<Record<string, InputValue>>>>;

/** The inputs of a modal. Without a form, elements keep what they show to themselves and only act. */
export interface BlockForm {
  values: FormValues;
  onChange(blockId: string, actionId: string, value: InputValue): void;
  /** block_id -> what to read under the input. */
  errors: Readonly<Record<string, string>>;
  /** While a submission is under way. */
  isDisabled: boolean;
}
