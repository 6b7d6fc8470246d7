import { useCallback, useEffect, useState } from 'react';
import { authClient } from '../session/auth-client.ts';

/** One's own login sessions, from better-auth. */
export function useLoginSessions() {
  const [state, setState] = useState<LoginSessionsState>({ kind: 'loading' });
  const [ending, setEnding] = useState<string | null>(null);

  const load = useCallback(async () => {
    const [list, current] = await Promise.all([authClient.listSessions(), authClient.getSession()]);
    if (list.error !== null) throw new Error(list.error.message ?? list.error.statusText);
    const newestFirst = list.data.toSorted(
      (one, other) => Number(new Date(other.createdAt)) - Number(new Date(one.createdAt)),
    );
    setState({ kind: 'loaded', sessions: newestFirst, current: current.data?.session.token ?? null });
  }, []);
  const reload = useCallback(() => {
    load().catch((error: unknown) => setState({ kind: 'failed', error }));
  }, [load]);
  useEffect(reload, [reload]);

  const ended = (what: string, request: Promise<unknown>) => {
    setEnding(what);
    request
      .then(load)
      .catch((error: unknown) => setState({ kind: 'failed', error }))
      .finally(() => setEnding(null));
  };
  const end = (token: string) => ended(token, authClient.revokeSession({ token }));
  const endOthers = () => ended(others, authClient.revokeOtherSessions());
  return { state, ending, end, endOthers, reload };
}

/** What is being ended when it is not one session. */
export const others = 'others';

type LoginSession = NonNullable<Awaited<ReturnType<typeof authClient.listSessions>>['data']>[number];

type LoginSessionsState =
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed'; readonly error: unknown }
  | { readonly kind: 'loaded'; readonly sessions: readonly LoginSession[]; readonly current: string | null };
