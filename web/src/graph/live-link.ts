import { ApolloLink, Observable } from '@apollo/client';
import type { LiveSocket } from './live-socket.ts';

/** Subscriptions and their socket, which is fetched with the first of them: no page needs it to be shown. */
export interface LiveLink {
  readonly link: ApolloLink;
  /** Calls back as soon as the server has acknowledged the connection; at once when it has already. */
  whenConnected(listener: () => void): () => void;
  /** Drops the connection, so that the next one is made with the company chosen now. */
  drop(): void;
}

export function makeLiveLink(): LiveLink {
  let socket: Promise<LiveSocket> | undefined;
  const opened = (): Promise<LiveSocket> => {
    socket ??= import('./live-socket.ts').then(({ openLiveSocket }) => openLiveSocket());
    // A chunk that could not be fetched is fetched again by whoever tries next.
    socket.catch(() => {
      socket = undefined;
    });
    return socket;
  };
  return {
    link: new ApolloLink(
      (operation, forward) =>
        new Observable((observer) =>
          once(opened(), ({ link }) => link.request(operation, forward).subscribe(observer), observer),
        ),
    ),
    whenConnected: (listener) => once(opened(), ({ whenConnected }) => stopper(whenConnected(listener))),
    drop: () => void socket?.then(({ drop }) => drop()),
  };
}

interface Stoppable {
  unsubscribe(): void;
}

const stopper = (unsubscribe: () => void): Stoppable => ({ unsubscribe });

/** Begins when the socket is there, unless it was stopped before. */
function once(
  socket: Promise<LiveSocket>,
  begin: (socket: LiveSocket) => Stoppable,
  told: { error?(error: unknown): void } = {},
): () => void {
  let running: Stoppable | undefined;
  let stopped = false;
  socket.then(
    (found) => {
      if (!stopped) running = begin(found);
    },
    (error: unknown) => told.error?.(error),
  );
  return () => {
    stopped = true;
    running?.unsubscribe();
  };
}
