import { useState } from 'react';

/** "Show more": one page at a time, with the failure of the last attempt. */
export function usePaging(load: () => Promise<void>) {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const more = () => {
    setBusy(true);
    setError(null);
    load()
      .catch(setError)
      .finally(() => setBusy(false));
  };
  return { busy, error, more };
}
