import type { ApolloClient, OperationVariables, TypedDocumentNode } from '@apollo/client';
import { CombinedGraphQLErrors } from '@apollo/client/errors';
import type { LiveSink, LiveSource } from './follow-live.ts';
import type { LiveLink } from './live-link.ts';
import { pauseBefore } from './pause-before.ts';

/** A subscription as something to follow. Every answer goes through the normalised cache, so what is on the page changes by itself. */
export function liveSource<Data, Variables extends OperationVariables, Event>(
  { client, live }: { client: ApolloClient; live: LiveLink },
  subscription: {
    readonly document: TypedDocumentNode<Data, Variables>;
    readonly variables: (after: string | null) => Variables;
    readonly eventOf: (data: Data) => Event | null | undefined;
    readonly cursorOf: (event: Event) => string;
  },
): LiveSource<Event> {
  return {
    cursorOf: subscription.cursorOf,
    pauseBefore,
    whenBackOnline: (listener) => {
      window.addEventListener('online', listener);
      return () => window.removeEventListener('online', listener);
    },
    open: (after, sink) => {
      const options = { query: subscription.document, variables: subscription.variables(after) };
      const running = client.subscribe<Data, Variables>(options).subscribe({
        next: ({ data, error }) => {
          if (error !== undefined) return end(error, sink);
          const event = data === undefined || data === null ? null : subscription.eventOf(data as Data);
          if (event !== null && event !== undefined) sink.event(event);
        },
        error: (error: unknown) => end(error, sink),
        complete: () => sink.lost(),
      });
      const forget = live.whenConnected(() => sink.connected());
      return () => {
        forget();
        running.unsubscribe();
      };
    },
  };
}

function end<Event>(error: unknown, sink: LiveSink<Event>): void {
  switch (endingOf(error)) {
    case 'refused':
      sink.refused();
      break;
    case 'failed':
      sink.failed();
      break;
    case 'lost':
      sink.lost();
  }
}

function endingOf(error: unknown): 'refused' | 'failed' | 'lost' {
  if (CombinedGraphQLErrors.is(error)) {
    const codes = error.errors.map(({ extensions }) => String(extensions?.code ?? ''));
    return codes.some((code) => /^(UNAUTH|FORBIDDEN)/.test(code)) ? 'refused' : 'failed';
  }
  // 4401 and 4403 are the server's "not signed in" and "not yours" (graphql-transport-ws).
  return error instanceof Error && /event 440[13]\b/.test(error.message) ? 'refused' : 'lost';
}
