import type { ApolloCache } from '@apollo/client';
import { useTranslation } from 'react-i18next';
import { DashboardViewsDocument, type Role, type SavedViewFragment } from '../generated/graphql.ts';
import {
  useChooseDefaultViewMutation,
  useDeleteDashboardViewMutation,
  useSaveDashboardViewMutation,
} from '../generated/hooks.ts';
import { tellDone, tellFailed } from '../toasts/toasts.ts';
import { type Arrangement, readArrangement } from './arrangement.ts';

/** What can be done with views. Each shows at once; where the server says no, what was shown goes back and a word says so. */
export function useViewActs() {
  const { t } = useTranslation();
  const [save] = useSaveDashboardViewMutation();
  const [remove] = useDeleteDashboardViewMutation();
  const [choose] = useChooseDefaultViewMutation();
  /** Whether it was so in the end. */
  const settled = async <Payload extends { readonly __typename: string }>(
    asked: Promise<Payload | null | undefined>,
  ): Promise<boolean> => {
    const payload = await asked.catch(() => null);
    if (payload && payload.__typename !== 'Refused') return true;
    const refusal = payload as { readonly message?: string } | null;
    tellFailed(refusal?.message ?? t('toasts.failed'));
    return false;
  };

  const keep = ({ isDefault = false, ...input }: ViewToKeep): Promise<boolean> => {
    const lists = { tiles: [...input.tiles], hidden: [...input.hidden], sharedWith: [...input.sharedWith] };
    const changedAt = new Date().toISOString();
    const view = { __typename: 'DashboardView' as const, ...input, ...lists, isOwn: true, isDefault, changedAt };
    return settled(
      save({
        variables: { input: { ...input, ...lists } },
        optimisticResponse: { __typename: 'Mutation', saveDashboardView: { __typename: 'DashboardViewSaved', view } },
        update: (cache, { data }) => {
          const saved = data?.saveDashboardView;
          if (saved?.__typename === 'DashboardViewSaved') changeViews(cache, (views) => withView(views, saved.view));
        },
      }).then(({ data }) => data?.saveDashboardView),
    );
  };

  /** The view that the dashboard begins with from now on; null for everything. */
  const begin = (id: string | null): Promise<boolean> => {
    const view = id === null ? null : { __typename: 'DashboardView' as const, id, isDefault: true };
    return settled(
      choose({
        variables: { id },
        optimisticResponse: { __typename: 'Mutation', chooseDefaultView: { __typename: 'DefaultViewChosen', view } },
        update: (cache, { data }) => {
          if (data?.chooseDefaultView?.__typename !== 'DefaultViewChosen') return;
          changeViews(cache, (views) => views.map((each) => ({ ...each, isDefault: each.id === id })));
        },
      }).then(({ data }) => data?.chooseDefaultView),
    );
  };

  const forget = async (view: SavedViewFragment): Promise<void> => {
    const { id, name, isDefault } = view;
    const done = await settled(
      remove({
        variables: { id },
        optimisticResponse: {
          __typename: 'Mutation',
          deleteDashboardView: { __typename: 'DashboardViewDeleted', viewId: id },
        },
        update: (cache, { data }) => {
          if (data?.deleteDashboardView?.__typename !== 'DashboardViewDeleted') return;
          changeViews(cache, (views) => views.filter((each) => each.id !== id));
        },
      }).then(({ data }) => data?.deleteDashboardView),
    );
    if (!done) return;
    tellDone(t('views.deleted', { name }), async () => {
      if ((await keep(viewToKeep(view))) && isDefault) await begin(id);
    });
  };

  return { keep, begin, forget };
}

export interface ViewToKeep extends Arrangement {
  readonly id: string;
  readonly name: string;
  readonly period: string | null;
  readonly programmeId: string | null;
  readonly sharedWith: readonly Role[];
  readonly isDefault?: boolean;
}

export function viewToKeep({ id, name, period, programmeId, sharedWith, ...saved }: SavedViewFragment): ViewToKeep {
  return { id, name, period, programmeId, sharedWith, ...readArrangement(saved) };
}

type Views = readonly SavedViewFragment[];

function changeViews(cache: ApolloCache, change: (views: Views) => Views): void {
  cache.updateQuery({ query: DashboardViewsDocument }, (known) =>
    known?.dashboardViews ? { ...known, dashboardViews: [...change(known.dashboardViews)] } : undefined,
  );
}

function withView(views: Views, view: SavedViewFragment): Views {
  return [...views.filter(({ id }) => id !== view.id), view].sort((one, other) => one.name.localeCompare(other.name));
}
