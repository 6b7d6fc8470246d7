import { lazy, Suspense, useEffect, useSyncExternalStore } from 'react';
import { useGraph } from '../graph/graph-context.ts';

/** Over the page, whatever is open on it, once the session has ended. */
export function SessionEnded({ email, companyId }: { email: string | null; companyId: string | null }) {
  const { session, live } = useGraph();
  useEffect(() => {
    if (email !== null && companyId !== null) session.signedInAs(email);
  }, [session, email, companyId]);
  const endedOf = useSyncExternalStore(session.whenEnded, session.endedOf);
  const renew = () => {
    // The socket was opened for a session that is no more.
    live.drop();
    session.renew();
  };
  return (
    endedOf !== null && (
      <Suspense fallback={null}>
        <SignInAgainDialog email={endedOf} onRenewed={renew} />
      </Suspense>
    )
  );
}

const SignInAgainDialog = lazy(() =>
  import('./sign-in-again-dialog.tsx').then((module) => ({ default: module.SignInAgainDialog })),
);
