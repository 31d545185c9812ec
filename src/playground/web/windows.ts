import type { Hello, PageEvent, SceneInfo } from '../protocol.js';
import type { Change, Channel, LocalSlack, Message, User } from '../server/types.js';
import type { PageWindow } from './page-window.js';
import type { ReadMark, ReadMarks } from './read-marks.js';
import { canSee, channelFor, isFor, isOutsideThreads } from './sight.js';

/** Every open window: tells each what its person may see of what happened. */
export class Windows {
  readonly #open = new Set<PageWindow>();
  readonly #slack: LocalSlack;
  readonly #marks: ReadMarks;
  readonly #hello: (user: User) => Hello;

  constructor(slack: LocalSlack, marks: ReadMarks, hello: (user: User) => Hello) {
    this.#slack = slack;
    this.#marks = marks;
    this.#hello = hello;
  }

  /** Ids of the people who have a window. */
  get people(): ReadonlySet<string> {
    return new Set([...this.#open].map(({ person }) => person.user.id));
  }

  add(window: PageWindow): void {
    window.greet(this.#hello(window.person.user));
    this.#open.add(window);
    window.onClose(() => this.#open.delete(window));
  }

  greetAll(): void {
    for (const window of this.#open) window.greet(this.#hello(window.person.user));
  }

  closeAll(): void {
    for (const window of this.#open) window.close();
  }

  /** Whatever happens in the local Slack, but for a reset. */
  onChange(change: Exclude<Change, { type: 'reset' }>): void {
    switch (change.type) {
      case 'message':
        return this.#tellOfMessage(change.message, { type: 'message', message: change.message });
      case 'message_deleted': {
        const { channel, ts } = change.message;
        return this.#tellOfMessage(change.message, { type: 'message_deleted', channel, ts });
      }
      case 'views':
        return this.#tell(windowsOf(change.user), { type: 'views', views: [...change.views] });
      case 'home':
        return this.#tell(windowsOf(change.user), { type: 'home', view: change.view });
      case 'channel':
        this.#tellOfChannel(change.channel);
        return this.#tellOfTrouble(); // the bot may have been taken out of it
      case 'exchange':
        return this.#tell(all, { type: 'exchange', exchange: change.exchange });
      case 'trouble':
        return this.#tellOfTrouble();
      case 'bot':
        return this.#tell(all, { type: 'bot', isOnline: change.isOnline });
    }
  }

  onRead({ user, channel: id }: ReadMark): void {
    const channel = this.#slack.channels.find((one) => one.id === id);
    if (channel !== undefined) this.#tellOfChannel(channel, windowsOf(user));
  }

  onScene(scene: SceneInfo): void {
    this.#tell(all, { type: 'scene', scene });
  }

  #tellOfMessage(message: Message, event: PageEvent): void {
    const channel = this.#slack.channels.find(({ id }) => id === message.channel);
    if (channel === undefined) return;
    this.#tell(({ person: { user } }) => canSee(user, channel) && isFor(user, message), event);
    if (isOutsideThreads(message)) this.#tellOfChannel(channel);
  }

  #tellOfChannel(channel: Channel, whom: Whom = all): void {
    for (const window of this.#open) {
      const { user } = window.person;
      if (!whom(window) || !canSee(user, channel)) continue;
      window.tellChannel(channelFor(this.#slack, user, channel, this.#marks));
    }
  }

  #tellOfTrouble(): void {
    this.#tell(all, { type: 'trouble', trouble: this.#slack.trouble });
  }

  #tell(whom: Whom, event: PageEvent): void {
    for (const window of this.#open) if (whom(window)) window.tell(event);
  }
}

type Whom = (window: PageWindow) => boolean;

const all: Whom = () => true;

function windowsOf(userId: string): Whom {
  return ({ person }) => person.user.id === userId;
}
