import { ApolloLink, Observable } from '@apollo/client';
import { ServerError } from '@apollo/client/errors';
import type { SessionWatch } from '../session/session-watch.ts';

/**
 * An operation that meets the end of the session waits until the same person has signed in again, and is then sent as it was: with
 * the company and the idempotency key it had, so nothing is lost and nothing done twice.
 */
export function holdUntilSignedIn(session: Pick<SessionWatch, 'isOver' | 'renewed'>): ApolloLink {
  return new ApolloLink(
    (operation, forward) =>
      new Observable((observer) => {
        let sent: { unsubscribe(): void } | undefined;
        let isGone = false;
        const send = (): void => {
          let held = false;
          const hold = async (isCertain: boolean, passOn: () => void): Promise<void> => {
            held = true;
            const isHeld = (isCertain || (await session.isOver())) && (await session.renewed());
            if (isGone) return;
            if (isHeld) return send();
            passOn();
          };
          sent = forward(operation).subscribe({
            next: (result) => {
              const codes = (result.errors ?? []).map(({ extensions }) => extensions?.code);
              const isCertain = codes.includes('UNAUTHENTICATED');
              const passOn = () => {
                observer.next(result);
                observer.complete();
              };
              // A browser that has dropped its cookie asks as nobody, and nobody may read little.
              if (isCertain || codes.includes('UNAUTHORIZED_FIELD_OR_TYPE')) void hold(isCertain, passOn);
              else observer.next(result);
            },
            error: (error) => {
              if (ServerError.is(error) && error.statusCode === 401) void hold(true, () => observer.error(error));
              else observer.error(error);
            },
            complete: () => held || observer.complete(),
          });
        };
        send();
        return () => {
          isGone = true;
          sent?.unsubscribe();
        };
      }),
  );
}
