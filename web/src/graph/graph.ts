import { ApolloClient, ApolloLink, HttpLink } from '@apollo/client';
import { OperationTypeNode } from 'graphql';
import { makeSessionWatch, type SessionWatch } from '../session/session-watch.ts';
import { makeCache } from './cache.ts';
import { holdUntilSignedIn } from './hold-until-signed-in.ts';
import { type LiveLink, makeLiveLink } from './live-link.ts';
import { requestHeaders } from './request-headers.ts';
import { sendOnce } from './send-once.ts';

export interface Graph {
  readonly client: ApolloClient;
  readonly live: LiveLink;
  readonly session: SessionWatch;
}

/** The way to the graph: queries and mutations over HTTP with the session's cookie, subscriptions over one socket. */
export function makeGraph(): Graph {
  const live = makeLiveLink();
  const session = makeSessionWatch();
  const link = ApolloLink.split(
    ({ operationType }) => operationType === OperationTypeNode.SUBSCRIPTION,
    live.link,
    ApolloLink.from([
      sendOnce(),
      withHeaders,
      holdUntilSignedIn(session),
      new HttpLink({ uri: '/graphql', credentials: 'same-origin' }),
    ]),
  );
  const client = new ApolloClient({
    link,
    cache: makeCache(),
    clientAwareness: { name: 'cockpit', version: '0.1.0' },
    // A field that the viewer may not read is null beside its error; the rest of the page is shown.
    defaultOptions: {
      watchQuery: { errorPolicy: 'all' },
      query: { errorPolicy: 'all' },
    },
  });
  return { client, live, session };
}

const withHeaders = new ApolloLink((operation, forward) => {
  operation.setContext(({ headers }) => ({ headers: { ...(headers as object | undefined), ...requestHeaders() } }));
  return forward(operation);
});

declare module '@apollo/client' {
  namespace ApolloClient {
    namespace DeclareDefaultOptions {
      interface WatchQuery {
        errorPolicy: 'all';
      }
      interface Query {
        errorPolicy: 'all';
      }
    }
  }
}
