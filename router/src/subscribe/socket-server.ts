import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Viewer } from '@teei/runtime/viewer';
import { handleProtocols, makeServer, type Server as ProtocolServer } from 'graphql-ws';
import { type WebSocket, WebSocketServer } from 'ws';
import { mayConnect } from '../http/cross-origin.ts';
import type { EndpointParts } from '../http/graphql-endpoint.ts';
import { addressOf } from './address.ts';
import { Connection } from './connection.ts';
import { protocolOptions } from './protocol-options.ts';
import { attach } from './socket-transport.ts';

/** GraphQL over WebSocket (graphql-transport-ws) at `/graphql`. */
export class SocketServer {
  readonly #parts: EndpointParts;
  readonly #webSockets: WebSocketServer;
  readonly #protocol: ProtocolServer<{ readonly connection: Connection }>;
  readonly #connections = new Map<Connection, WebSocket>();
  readonly #sweep: NodeJS.Timeout;
  #isStopping = false;

  constructor(http: Server, parts: EndpointParts) {
    this.#parts = parts;
    this.#webSockets = new WebSocketServer({
      noServer: true,
      maxPayload: parts.settings.limits.bodyBytes,
      handleProtocols,
    });
    this.#protocol = makeServer(protocolOptions(parts));
    http.on('upgrade', (request, socket, head) => this.#upgrade(request, socket, head));
    this.#sweep = setInterval(() => void this.#recheckAll(), parts.settings.subscriptions.recheckInterval).unref();
  }

  /** Closes every socket with 1001, so that clients go to another instance; cuts those that do not answer. */
  async destroy(): Promise<void> {
    this.#isStopping = true;
    clearInterval(this.#sweep);
    const sockets = [...this.#connections.values()];
    const closed = Promise.all(sockets.map((socket) => new Promise((resolve) => socket.once('close', resolve))));
    for (const socket of sockets) socket.close(1001, 'Going away');
    const patience = setTimeout(() => {
      for (const socket of sockets) socket.terminate();
    }, 1000);
    await closed;
    clearTimeout(patience);
  }

  #upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    const refusal = this.#refusalOf(request);
    if (refusal) socket.end(`HTTP/1.1 ${refusal}\r\nconnection: close\r\ncontent-length: 0\r\n\r\n`);
    else this.#webSockets.handleUpgrade(request, socket, head, (webSocket) => this.#open(webSocket, request));
  }

  #refusalOf(request: IncomingMessage): string | undefined {
    if (request.url?.split('?', 1)[0] !== '/graphql') return '404 Not Found';
    if (this.#isStopping) return '503 Service Unavailable';
    return mayConnect(request.headers, this.#parts.settings.origins) ? undefined : '403 Forbidden';
  }

  #open(webSocket: WebSocket, request: IncomingMessage): void {
    const { settings, metrics } = this.#parts;
    const ip = addressOf(request, settings.trustedProxies);
    const facts = { headers: request.headers, ip, url: request.url ?? '/graphql' };
    const connection = new Connection(this.#parts, facts, (code, reason) => webSocket.close(code, reason));
    this.#connections.set(connection, webSocket);
    metrics.sockets(1);
    attach(webSocket, settings.subscriptions, (transport) => this.#protocol.opened(transport, { connection }));
    webSocket.once('close', () => {
      this.#connections.delete(connection);
      metrics.sockets(-1);
    });
  }

  /** A right that is taken away must end within a second even where no event comes. One look for all sockets of a credential. */
  async #recheckAll(): Promise<void> {
    const looks = new Map<Viewer, ReturnType<Connection['lookAgain']>>();
    await Promise.all([...this.#connections.keys()].map((connection) => connection.recheck(looks)));
  }
}
