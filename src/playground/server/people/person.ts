import type { EventFeed } from '../delivery/events.js';
import type { Person, User } from '../types.js';
import { clickMessage, clickView, type Offers, typeAhead, useGlobalShortcut, useMessageShortcut } from './clicks.js';
import { runCommand } from './command.js';
import { closeView, submitView } from './modals.js';
import type { Stage } from './stage.js';
import { deleteMessage, editMessage, postMessage, react } from './typing.js';

/** One person at their client. */
export function createPerson(stage: Stage, feed: EventFeed, user: User): Person {
  const { views } = stage.workspace;
  const offers: Offers = new Map();
  return {
    user,
    command: (command, text, channel) => runCommand(stage, user, command, text, channel),
    post: async (channel, text, options = {}) => postMessage(stage, user, channel, text, options),
    edit: async (message, text) => editMessage(stage, user, message, text),
    delete: async (message) => deleteMessage(stage, user, message),
    react: async (message, emoji) => react(stage, user, message, emoji),
    click: (message, actionId, address = {}) => clickMessage(stage, user, message, actionId, address),
    messageShortcut: (callbackId, message) => useMessageShortcut(stage, user, callbackId, message),
    globalShortcut: (callbackId) => useGlobalShortcut(stage, user, callbackId),
    openView: () => views.stack(user.id).at(-1) ?? null,
    home: () => views.home(user.id),
    clickInView: (view, actionId, address = {}) => clickView(stage, user, view, actionId, address, offers),
    typeAhead: async (place, actionId, text) => {
      const options = await typeAhead(stage, user, place, actionId, text);
      offers.set(actionId, options);
      return options;
    },
    submit: (view, values = {}) => submitView(stage, user, view, values, offers),
    closeView: (view, { all = false } = {}) => closeView(stage, user, view, all),
    openHome: async (tab = 'home') => feed.homeOpened(user, tab),
  };
}
