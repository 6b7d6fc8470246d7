import { useEffect } from 'react';
import { SessionEnded } from '../session/session-ended.tsx';
import { ToastList } from '../toasts/toast-list.tsx';
import type { FrameViewer } from './viewer-context.ts';

/** What is there on every page and shows itself only when something happens. */
export function BehindPages({ viewer }: { viewer: FrameViewer | null }) {
  useEffect(() => {
    void import('../vitals/report-vitals.ts').then(({ reportVitals }) => reportVitals());
  }, []);
  return (
    <>
      <SessionEnded email={viewer?.member?.email ?? null} companyId={viewer?.company.id ?? null} />
      <ToastList />
    </>
  );
}
