import type { WebSocket } from 'ws';
import type { FromServer, Hello, PageChannel, Reply } from '../protocol.js';
import type { Person } from '../server/types.js';

/** What a window may leave unread before it is dropped; it connects again and asks for what it shows. */
const maxBacklogBytes = 16 * 1024 * 1024;
/** A person has one or two; a page gone wild is read no further until its requests are answered. */
const maxOpenRequests = 100;

/** One browser window on the page, and the person who sits there. */
export class PageWindow {
  readonly person: Person;
  readonly #socket: WebSocket;
  readonly #toldOfChannels = new Map<string, string>();
  #openRequests = 0;

  /** `answer` never rejects. */
  constructor(socket: WebSocket, person: Person, answer: (frame: string) => Promise<Reply>) {
    this.person = person;
    this.#socket = socket;
    socket.on('error', () => socket.terminate());
    socket.on('message', (data) => void this.#answer(answer, String(data)));
  }

  onClose(listener: () => void): void {
    this.#socket.on('close', listener);
  }

  greet(hello: Hello): void {
    this.#toldOfChannels.clear();
    for (const channel of hello.channels) this.#note(channel);
    this.tell(hello);
  }

  tell(said: FromServer): void {
    if (this.#socket.readyState !== this.#socket.OPEN) return;
    if (this.#socket.bufferedAmount > maxBacklogBytes) this.#socket.terminate();
    else this.#socket.send(JSON.stringify(said));
  }

  /** Tells of a channel unless the window knows it just like this. */
  tellChannel(channel: PageChannel): void {
    if (this.#note(channel)) this.tell({ type: 'channel', channel });
  }

  close(): void {
    this.#socket.terminate();
  }

  async #answer(answer: (frame: string) => Promise<Reply>, frame: string): Promise<void> {
    this.#openRequests += 1;
    if (this.#openRequests >= maxOpenRequests) this.#socket.pause();
    this.tell(await answer(frame));
    this.#openRequests -= 1;
    if (this.#openRequests < maxOpenRequests) this.#socket.resume();
  }

  /** False when the window was told the same before. */
  #note(channel: PageChannel): boolean {
    const now = JSON.stringify(channel);
    const isNews = this.#toldOfChannels.get(channel.id) !== now;
    this.#toldOfChannels.set(channel.id, now);
    return isNews;
  }
}
