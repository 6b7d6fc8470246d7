import { useEffect, useState } from 'react';
import { useLocation, useNavigate } from 'react-router';

export type Beginning = 'logging' | 'inviting' | 'creating';

/** State for "this is open", which also begins open when the palette sent the person here for it: once, and not after a reload. */
export function useBegun(what: Beginning): [boolean, (begun: boolean) => void] {
  const [begun, setBegun] = useState(false);
  const { state, search } = useLocation() as { state: { begin?: unknown } | null; search: string };
  const navigate = useNavigate();
  const asked = state?.begin === what;
  useEffect(() => {
    if (!asked) return;
    setBegun(true);
    void navigate({ search }, { replace: true, state: null });
  }, [asked, search, navigate]);
  return [begun, setBegun];
}
