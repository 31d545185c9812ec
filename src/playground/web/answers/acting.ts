import type { Delivered } from '../../protocol.js';
import type { ElementAddress, InteractionResult } from '../../server/types.js';
import { findChannel, findMessage, findPlace, findView } from './finding.js';
import type { Answers } from './types.js';

type Acting =
  | 'command'
  | 'act'
  | 'messageShortcut'
  | 'globalShortcut'
  | 'options'
  | 'submit'
  | 'closeView'
  | 'openHome';

export const actingAnswers: Pick<Answers, Acting> = {
  async command({ slack }, person, { channel, command, text }) {
    const { id } = findChannel(slack, person.user, channel);
    const { error, problems } = await person.command(command, text, id);
    return { error, problems };
  },

  async act({ slack }, person, { place, actionId, blockId, value, buttonValue, values }) {
    const found = findPlace(slack, person.user, place);
    const address: ElementAddress = {
      blockId,
      ...(value === undefined ? {} : { value }),
      ...(buttonValue === undefined ? {} : { buttonValue }),
      ...(values === undefined ? {} : { values }),
    };
    return delivered(
      found.type === 'message'
        ? await person.click(found, actionId, address)
        : await person.clickInView(found, actionId, address),
    );
  },

  async messageShortcut({ slack }, person, { callbackId, channel, ts }) {
    return delivered(await person.messageShortcut(callbackId, findMessage(slack, person.user, channel, ts)));
  },

  async globalShortcut(_gateway, person, { callbackId }) {
    return delivered(await person.globalShortcut(callbackId));
  },

  options({ slack }, person, { place, actionId, blockId, text }) {
    return person.typeAhead(findPlace(slack, person.user, place), actionId, text, { blockId });
  },

  async submit({ slack }, person, { viewId, values }) {
    const view = findView(slack, person.user, viewId);
    const { error, errors } = await person.submit(view, values);
    return { error, errors };
  },

  async closeView({ slack }, person, { viewId, all }) {
    await person.closeView(findView(slack, person.user, viewId), { all });
    return null;
  },

  async openHome(_gateway, person, { tab }) {
    await person.openHome(tab);
    return null;
  },
};

function delivered({ error }: InteractionResult): Delivered {
  return { error };
}
