import { useEffect } from 'react';
import { useAddress } from '../frame/use-address.ts';
import { useHasScope } from '../frame/viewer-context.ts';
import type { SavedViewFragment } from '../generated/graphql.ts';
import { useDashboardViewsQuery } from '../generated/hooks.ts';

/**
 * The address names the view and holds what it narrows the dashboard to, so that a link shows the same numbers to somebody who has not
 * got the view. An address that says nothing leads to the view that the member begins with; `all` is everything, said on purpose.
 */
export function useChosenView() {
  const mayKeep = useHasScope('views:write') === true;
  const { address, reset } = useAddress<'view' | 'period' | 'programme'>();
  const { data } = useDashboardViewsQuery({ skip: !mayKeep });
  const views = data?.dashboardViews ?? none;
  const beginning = views.find(({ isDefault }) => isDefault);
  const chosen = views.find(({ id }) => id === address.get('view')) ?? null;
  const saysNothing = ['view', 'period', 'programme', 'why'].every((part) => !address.has(part));
  const choose = (view: SavedViewFragment | null, options = {}) =>
    reset(
      view === null
        ? beginning === undefined
          ? {}
          : { view: 'all' }
        : {
            view: view.id,
            ...(view.period === null ? {} : { period: view.period }),
            ...(view.programmeId === null ? {} : { programme: view.programmeId }),
          },
      options,
    );
  useEffect(() => {
    if (saysNothing && beginning !== undefined) choose(beginning, { replace: true });
  });
  return { views, chosen, choose, mayKeep };
}

const none: readonly SavedViewFragment[] = [];
