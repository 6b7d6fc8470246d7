import type { OperationVariables, TypedDocumentNode } from '@apollo/client';
import { CombinedGraphQLErrors } from '@apollo/client/errors';
import type { LiveSink, LiveSource } from './follow-live.ts';
import type { Graph } from './graph.ts';
import { pauseBeforeSocket } from './pause-before.ts';

/** A subscription as something to follow. Every answer goes through the normalised cache, so what is on the page changes by itself. */
export function liveSource<Data, Variables extends OperationVariables, Event>(
  { client, live, session }: Graph,
  subscription: {
    readonly document: TypedDocumentNode<Data, Variables>;
    readonly variables: (after: string | null) => Variables;
    readonly eventOf: (data: Data) => Event | null | undefined;
    readonly cursorOf: (event: Event) => string;
  },
): LiveSource<Event> {
  return {
    cursorOf: subscription.cursorOf,
    pauseBefore: pauseBeforeSocket,
    whenWorthTrying: (listener) => {
      window.addEventListener('online', listener);
      const forget = session.whenRenewed(listener);
      return () => {
        window.removeEventListener('online', listener);
        forget();
      };
    },
    open: (after, sink) => {
      const refused = () => {
        sink.refused();
        void askForSession(session);
      };
      const options = { query: subscription.document, variables: subscription.variables(after) };
      const running = client.subscribe<Data, Variables>(options).subscribe({
        next: ({ data, error }) => {
          if (error !== undefined) return end(error, { ...sink, refused });
          const event = data === undefined || data === null ? null : subscription.eventOf(data as Data);
          if (event !== null && event !== undefined) sink.event(event);
        },
        error: (error: unknown) => end(error, { ...sink, refused }),
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

/** A socket is refused when the session ends, or when a role changes. */
async function askForSession(session: Graph['session']): Promise<void> {
  if (await session.isOver()) await session.renewed();
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
