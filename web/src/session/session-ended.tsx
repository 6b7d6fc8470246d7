import { lazy, Suspense, useEffect, useSyncExternalStore } from 'react';
import type { FrameViewer } from '../frame/viewer-context.ts';
import { useGraph } from '../graph/graph-context.ts';

/** Over the page, whatever is open on it, once the session has ended. */
export function SessionEnded({ viewer }: { viewer: FrameViewer | null }) {
  const { session, live } = useGraph();
  const email = viewer?.member?.email ?? null;
  const company = viewer?.company.id;
  useEffect(() => {
    if (email !== null && company !== undefined) session.signedInAs(email);
  }, [session, email, company]);
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
