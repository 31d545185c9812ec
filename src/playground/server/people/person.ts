import type { EventFeed } from '../delivery/events.js';
import { findUser } from '../reading.js';
import type { Person, User } from '../types.js';
import { clickMessage, clickView, runGlobalShortcut, runMessageShortcut, typeAhead } from './clicks.js';
import type { Client } from './client.js';
import { runCommand } from './command.js';
import { closeView, submitView } from './modals.js';
import { deleteMessage, editMessage, postMessage, react } from './typing.js';

/** People by name, each with one client that remembers what it was offered. Throws for somebody who is not there. */
export function peopleAt(stage: Omit<Client, 'user' | 'offers'>, feed: EventFeed): (name: string) => Person {
  const persons = new Map<User, Person>();
  return (name) => {
    const user = findUser(stage.workspace, name);
    const person = persons.get(user) ?? createPerson({ ...stage, user, offers: new Map() }, feed);
    persons.set(user, person);
    return person;
  };
}

/** Everything that one person can do. */
function createPerson(client: Client, feed: EventFeed): Person {
  const { user, workspace } = client;
  return {
    user,
    command: (command, text, channel) => runCommand(client, command, text, channel),
    post: async (channel, text, options = {}) => postMessage(client, channel, text, options),
    edit: async (message, text) => editMessage(client, message, text),
    delete: async (message) => deleteMessage(client, message),
    react: async (message, emoji) => react(client, message, emoji),
    click: (message, actionId, address = {}) => clickMessage(client, message, actionId, address),
    messageShortcut: (callbackId, message) => runMessageShortcut(client, callbackId, message),
    globalShortcut: (callbackId) => runGlobalShortcut(client, callbackId),
    openView: () => workspace.views.stack(user.id).at(-1) ?? null,
    home: () => workspace.views.home(user.id),
    clickInView: (view, actionId, address = {}) => clickView(client, view, actionId, address),
    typeAhead: (place, actionId, text, address = {}) => typeAhead(client, place, actionId, text, address),
    submit: (view, values = {}) => submitView(client, view, values),
    closeView: (view, { all = false } = {}) => closeView(client, view, all),
    openHome: async (tab = 'home') => feed.homeOpened(user, tab),
  };
}
