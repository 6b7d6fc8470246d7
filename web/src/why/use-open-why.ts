import { useSearchParams } from 'react-router';

/** Which metric's drawer is open lives in the address: Back closes it, and a link to it can be sent. */
export function useOpenWhy() {
  const [search, setSearch] = useSearchParams();
  return {
    metricId: search.get('why'),
    open: (metricId: string) => setSearch((current) => withWhy(current, metricId), { preventScrollReset: true }),
    close: () => setSearch((current) => withWhy(current, null), { preventScrollReset: true, replace: true }),
  };
}

function withWhy(current: URLSearchParams, metricId: string | null): URLSearchParams {
  const next = new URLSearchParams(current);
  if (metricId === null) next.delete('why');
  else next.set('why', metricId);
  return next;
}
