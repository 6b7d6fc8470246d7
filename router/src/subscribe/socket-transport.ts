import type { WebSocket as ProtocolSocket } from 'graphql-ws';
import type { WebSocket } from 'ws';
import type { RouterSettings } from '../settings.ts';

/** Connects a WebSocket to the protocol: sends with back-pressure, pings, and tells the protocol when the socket closes. */
export function attach(
  socket: WebSocket,
  settings: RouterSettings['subscriptions'],
  open: (transport: ProtocolSocket) => (code?: number, reason?: string) => Promise<void>,
): void {
  const stopPings = keepAlive(socket, settings.pingInterval);
  const sender = new Sender(socket, settings.bufferedBytes);
  const closed = open({
    protocol: socket.protocol,
    send: (text) => sender.send(text),
    close: (code, reason) => socket.close(code, reason),
    onMessage: (listener) => {
      socket.on('message', (data) => {
        listener(String(data)).catch(() => socket.close(4500, 'Internal server error'));
      });
    },
  });
  // The close event follows and ends everything.
  socket.on('error', () => undefined);
  socket.once('close', (code, reason) => {
    stopPings();
    void closed(code, String(reason));
  });
}

/**
 * A message is sent when the network has taken it; with more than `limit` bytes waiting nothing is added. Whoever awaits
 * `send` before it reads its source therefore reads no faster than the client does.
 */
class Sender {
  readonly #socket: WebSocket;
  readonly #limit: number;
  #last: Promise<void> = Promise.resolve();

  constructor(socket: WebSocket, limit: number) {
    this.#socket = socket;
    this.#limit = limit;
  }

  async send(text: string): Promise<void> {
    while (this.#socket.bufferedAmount > this.#limit) await this.#last;
    this.#last = new Promise((resolve) => {
      // In a turn of its own: a source that always has more would otherwise keep everybody else, and the news that this
      // socket has closed, from being heard.
      const sent = (): void => void setImmediate(resolve);
      if (this.#socket.readyState === this.#socket.OPEN) this.#socket.send(text, sent);
      else sent();
    });
    return this.#last;
  }
}

/** Cuts a socket that has not answered a ping by the time of the next. */
function keepAlive(socket: WebSocket, interval: number): () => void {
  let isAlive = true;
  socket.on('pong', () => {
    isAlive = true;
  });
  const timer = setInterval(() => {
    if (!isAlive) return socket.terminate();
    isAlive = false;
    socket.ping();
  }, interval).unref();
  return () => clearInterval(timer);
}
