import { WebSocket } from 'ws';
import type {
  FromServer,
  Hello,
  PageEvent,
  PageRequests,
  Reply,
  RequestName,
} from '../../../src/playground/protocol.js';
import { waitFor } from '../../../src/playground/server/waiting.js';

type EventOf<Type extends PageEvent['type']> = Extract<PageEvent, { type: Type }>;

/** A window without a browser: speaks the page's protocol over a real socket. */
export class PageClient {
  readonly socket: WebSocket;
  /** Everything that the server told, oldest first. */
  readonly heard: FromServer[] = [];
  readonly #listeners = new Set<(said: FromServer) => void>();
  /** Beyond the ids that tests put into frames of their own. */
  #lastId = 1_000_000;

  constructor(socket: WebSocket) {
    this.socket = socket;
    socket.on('message', (data) => {
      const said: FromServer = JSON.parse(String(data));
      this.heard.push(said);
      for (const listener of [...this.#listeners]) listener(said);
    });
  }

  /** What the window was greeted with last. */
  get hello(): Hello {
    const hello = this.events('hello').at(-1);
    if (hello === undefined) throw new Error('no Hello came yet');
    return hello;
  }

  events<Type extends PageEvent['type']>(type: Type): EventOf<Type>[] {
    return this.heard.filter((said): said is EventOf<Type> => said.type === type);
  }

  /** The first event of this type, past or to come, that fits. */
  event<Type extends PageEvent['type']>(
    type: Type,
    fits: (event: EventOf<Type>) => boolean = () => true,
  ): Promise<EventOf<Type>> {
    const isIt = (said: FromServer): said is EventOf<Type> => said.type === type && fits(said as EventOf<Type>);
    return waitFor(
      () => this.heard.find(isIt) ?? null,
      (listener) => this.#listen((said) => (isIt(said) ? listener(said) : undefined)),
      () => true,
      5_000,
      () => `no ${type} that fits; heard: ${this.heard.map((said) => said.type).join(', ')}`,
    );
  }

  /** The reply to one request, refusals too. */
  async ask<Name extends RequestName>(name: Name, params: PageRequests[Name]['in']): Promise<Reply> {
    return this.say({ name, params });
  }

  /** Whatever else a page might send; the id is added. */
  async say(frame: Record<string, unknown>): Promise<Reply> {
    this.#lastId += 1;
    const id = this.#lastId;
    const reply = this.reply(id);
    this.socket.send(JSON.stringify({ id, ...frame }));
    return reply;
  }

  /** The reply with this id, past or to come. */
  reply(id: number): Promise<Reply> {
    const isIt = (said: FromServer): said is Reply => said.type === 'reply' && said.id === id;
    return waitFor(
      () => this.heard.find(isIt) ?? null,
      (listener) => this.#listen((said) => (isIt(said) ? listener(said) : undefined)),
      () => true,
      5_000,
      () => `no reply ${id}`,
    );
  }

  /** The result of a request. Rejects when it is refused. */
  async request<Name extends RequestName>(
    name: Name,
    params: PageRequests[Name]['in'],
  ): Promise<PageRequests[Name]['out']> {
    const reply = await this.ask(name, params);
    if ('error' in reply) throw new Error(`${name} was refused: ${reply.error.code}: ${reply.error.message}`);
    return reply.result as PageRequests[Name]['out'];
  }

  /** The error of a request that has to be refused. */
  async refusal<Name extends RequestName>(
    name: Name,
    params: PageRequests[Name]['in'],
  ): Promise<{ code: string; message: string }> {
    const reply = await this.ask(name, params);
    if ('error' in reply) return reply.error;
    throw new Error(`${name} was not refused: ${JSON.stringify(reply.result)}`);
  }

  /** The id of a channel by name, or of the DM with `@name`. */
  channel(name: string): string {
    const isIm = name.startsWith('@');
    const channel = this.hello.channels.find((one) => one.name === name.slice(1) && (one.kind === 'im') === isIm);
    if (channel === undefined) throw new Error(`this window has no ${name}`);
    return channel.id;
  }

  close(): Promise<void> {
    return new Promise((resolve) => {
      if (this.socket.readyState === this.socket.CLOSED) return resolve();
      this.socket.once('close', () => resolve());
      this.socket.close();
    });
  }

  #listen(listener: (said: FromServer) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}

/** Opens a window on the page; `search` is `?as=ben` or nothing. Resolves when it was greeted. */
export async function openWindow(url: string, search = ''): Promise<PageClient> {
  const client = new PageClient(new WebSocket(`${url.replace('http', 'ws')}page${search}`));
  await new Promise((resolve, reject) => {
    client.socket.once('open', resolve);
    client.socket.once('error', reject);
  });
  await client.event('hello');
  return client;
}
