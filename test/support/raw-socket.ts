import { connect, type Socket } from 'node:net';

/** A TCP connection that sends just the bytes it is told to, as no HTTP client would. */
export interface RawSocket {
  /** False when the other side has gone. */
  send(bytes: string | Buffer): boolean;
  /** All that came back so far. */
  readonly received: string;
  /** Resolves with all that came back when the other side has closed. */
  closed: Promise<string>;
  destroy(): void;
}

export async function openRawSocket(port: number, host = '127.0.0.1'): Promise<RawSocket> {
  const socket: Socket = connect(port, host);
  let received = '';
  socket.on('data', (chunk) => {
    received += chunk.toString('latin1');
  });
  socket.on('error', () => {});
  const closed = new Promise<string>((resolve) => socket.on('close', () => resolve(received)));
  await new Promise((resolve) => socket.once('connect', resolve).once('close', resolve));
  return {
    send: (bytes) => socket.writable && socket.write(bytes),
    get received() {
      return received;
    },
    closed,
    destroy: () => socket.destroy(),
  };
}

/** The head of a request: its first line and headers. */
export function head(line: string, headers: Record<string, string> = {}): string {
  const all = { host: '127.0.0.1', ...headers };
  return `${line}\r\n${Object.entries(all)
    .map(([name, value]) => `${name}: ${value}\r\n`)
    .join('')}\r\n`;
}

/** The status of an answer as it came over the wire; null when none came. */
export function statusOf(received: string): number | null {
  const found = /^HTTP\/1\.1 (\d{3})/.exec(received);
  return found === null ? null : Number(found[1]);
}
