import type { AppEvent } from '../api/types.js';
import {
  appEventPayload,
  appHomeOpened,
  appMention,
  eventPayload,
  messageChanged,
  messageDeleted,
  messagePosted,
} from '../payloads/events.js';
import type { MessageChange } from '../state/messages.js';
import type { BotEvent, Channel, Json, Message, User } from '../types.js';
import type { Workspace } from '../workspace.js';
import type { Dispatcher } from './dispatcher.js';

const messageEvents = { public: 'message.channels', private: 'message.groups', im: 'message.im' } as const;

/** The changes that are events. */
type Told = Exclude<MessageChange, { type: 'touched' }>;

/** Tells the bot what happens in the conversations it is in, as far as it subscribed to that. */
export class EventFeed {
  readonly #workspace: Workspace;
  readonly #dispatcher: Dispatcher;
  readonly #subscribed: ReadonlySet<BotEvent>;

  constructor(workspace: Workspace, dispatcher: Dispatcher, events: readonly BotEvent[]) {
    this.#workspace = workspace;
    this.#dispatcher = dispatcher;
    this.#subscribed = new Set(events);
    workspace.messages.subscribe((change) => this.#onChange(change));
  }

  homeOpened(user: User, tab: 'home' | 'messages'): void {
    if (!this.#subscribed.has('app_home_opened')) return;
    const { directory, views, clock } = this.#workspace;
    const dm = directory.directMessage(user, directory.botUser());
    const home = views.home(user.id);
    this.#deliver(appHomeOpened(user, dm, tab, home === null ? null : { ...home }, clock.nextTs()));
  }

  /** One message can be two events: a mention, and a message in a channel. */
  #onChange(change: MessageChange): void {
    const channel = this.#workspace.directory.channel(change.message.channel);
    if (channel === null || !this.#workspace.directory.hasBot(channel)) return;
    if (change.type === 'touched') return;
    if (change.message.ephemeral_to !== undefined) return;
    if (this.#isMention(change, channel)) this.#deliver(appMention(change.message));
    if (this.#subscribed.has(messageEvents[channel.kind])) this.#deliver(this.#messageEvent(change, channel));
  }

  /** In a DM nobody has to mention the bot, and no mention is sent. */
  #isMention({ type, message }: Told, channel: Channel): boolean {
    if (type === 'deleted' || channel.kind === 'im' || !this.#subscribed.has('app_mention')) return false;
    return !this.#isOwn(message) && message.text.includes(`<@${this.#workspace.directory.bot.id}>`);
  }

  #isOwn(message: Message): boolean {
    return message.user === this.#workspace.directory.bot.id;
  }

  #messageEvent(change: Told, channel: Channel): Json {
    const { clock } = this.#workspace;
    switch (change.type) {
      case 'posted':
        return messagePosted(change.message, channel);
      case 'changed':
        return messageChanged(change.message, change.previous, channel, clock.nextTs());
      case 'deleted':
        return messageDeleted(change.message, channel, clock.nextTs());
    }
  }

  /** Tells the app what became of its tokens, also when it was just taken out of the workspace. */
  tellOfApp(event: AppEvent, isOfOrganisation: boolean): void {
    if (!this.#subscribed.has(event.type)) return;
    void this.#dispatcher.event(appEventPayload(this.#workspace, event, isOfOrganisation));
  }

  #deliver(event: Json): void {
    if (!this.#workspace.app.isInstalled) return;
    void this.#dispatcher.event(eventPayload(this.#workspace, event));
  }
}
