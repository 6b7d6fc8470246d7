import { ApolloLink, Observable } from '@apollo/client';
import { ServerError } from '@apollo/client/errors';
import { OperationTypeNode } from 'graphql';
import { pauseBefore } from './pause-before.ts';

const mostAttempts = 3;

/**
 * Sends every mutation with an idempotency key. As long as nobody knows whether it took effect it is the same intent and keeps its key,
 * whether it is sent again from here or by the person who presses the button again; once it was answered, the next one has another.
 */
export function sendOnce(pause = pauseBefore): ApolloLink {
  const unanswered = new Map<string, string>();
  return new ApolloLink((operation, forward) => {
    if (operation.operationType !== OperationTypeNode.MUTATION) return forward(operation);
    const intent = JSON.stringify([operation.operationName, operation.variables]);
    const key = unanswered.get(intent) ?? newKey();
    unanswered.set(intent, key);
    operation.setContext(({ headers }) => ({ headers: { ...(headers as object), 'idempotency-key': key } }));
    return new Observable((observer) => {
      let timer: ReturnType<typeof setTimeout> | undefined;
      let sent: { unsubscribe(): void } | undefined;
      let attempts = 0;
      // Whether there will be another attempt.
      const tryAgain = (isOpen: boolean): boolean => {
        if (!isOpen) unanswered.delete(intent);
        else if (++attempts < mostAttempts) timer = setTimeout(send, pause(attempts));
        return isOpen && attempts < mostAttempts;
      };
      const send = (): void => {
        let again = false;
        sent = forward(operation).subscribe({
          next: (result) => {
            again = tryAgain(result.errors?.[0]?.extensions?.code === 'IDEMPOTENCY_KEY_IN_FLIGHT');
            if (!again) observer.next(result);
          },
          error: (error) => tryAgain(leavesOpen(error)) || observer.error(error),
          complete: () => again || observer.complete(),
        });
      };
      send();
      return () => {
        clearTimeout(timer);
        sent?.unsubscribe();
      };
    });
  });
}

/** No answer, or one from something in between. */
function leavesOpen(error: unknown): boolean {
  return ServerError.is(error) ? error.statusCode > 501 : error instanceof TypeError;
}

/** `crypto.randomUUID` is missing where the cockpit is served without TLS. */
function newKey(): string {
  return crypto.getRandomValues(new Uint32Array(4)).join('-');
}
