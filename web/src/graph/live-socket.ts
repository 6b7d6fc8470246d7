import type { ApolloLink } from '@apollo/client';
import { GraphQLWsLink } from '@apollo/client/link/subscriptions';
import { createClient } from 'graphql-ws';
import { chosenCompany } from '../company/chosen-company.ts';

/** The one socket of a page. It opens with the first subscription; who follows it also decides when to try again (follow-live.ts). */
export interface LiveSocket {
  readonly link: ApolloLink;
  whenConnected(listener: () => void): () => void;
  drop(): void;
}

export function openLiveSocket(): LiveSocket {
  let connected = false;
  let pongDue: ReturnType<typeof setTimeout> | undefined;
  const client = createClient({
    url: `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/graphql`,
    connectionParams: () => {
      const companyId = chosenCompany();
      return companyId === null ? {} : { companyId };
    },
    // Retrying here would subscribe with the old cursor; follow-live.ts does it with the newest.
    retryAttempts: 0,
    keepAlive: 12_000,
    on: {
      connected: () => {
        connected = true;
      },
      closed: () => {
        connected = false;
        clearTimeout(pongDue);
      },
      // A network that vanished sends no close: without a pong within 5 s the socket is taken for dead.
      ping: (received) => {
        if (!received) pongDue = setTimeout(() => client.terminate(), 5000);
      },
      pong: (received) => {
        if (received) clearTimeout(pongDue);
      },
    },
  });
  return {
    link: new GraphQLWsLink(client),
    whenConnected: (listener) => {
      if (connected) {
        queueMicrotask(listener);
        return () => {};
      }
      return client.on('connected', listener);
    },
    drop: () => client.terminate(),
  };
}
