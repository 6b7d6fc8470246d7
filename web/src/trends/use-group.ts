import type { GroupBehindFragment } from '../generated/graphql.ts';
import { useChangeGroupQuery, useCohortGroupQuery, useFunnelGroupQuery } from '../generated/hooks.ts';
import type { TrendSearch } from './trend-search.ts';
import type { OpenGroup } from './use-open-group.ts';

/** Who and what is behind a mark. Null when there is no such group. */
export function useGroup({ kind, key }: OpenGroup, { by, dimension, from, to, programme }: TrendSearch): GroupAnswer {
  const cohort = useCohortGroupQuery({
    variables: { by, dimension, from: from || null, to: to || null, keys: [key] },
    skip: kind !== 'cohort',
  });
  const funnel = useFunnelGroupQuery({ variables: { programmeId: programme || null }, skip: kind !== 'funnel' });
  const change = useChangeGroupQuery({ skip: kind !== 'change' });
  const asked = { cohort, funnel, change }[kind];
  const [changed, programmeId = ''] = key.split(' ');
  const found = {
    cohort: () => cohort.data?.cohorts?.cohorts.find((each) => each.key === key),
    funnel: () => funnel.data?.funnel?.steps.find(({ stage }) => stage === key),
    change: () => {
      const outcome = change.data?.change?.find((each) => each.dimension === changed);
      if (programmeId === '') return outcome?.overall;
      return outcome?.byProgramme.find((group) => group.programme?.id === programmeId);
    },
  }[kind]();
  return {
    behind: found?.lineage ?? null,
    programme: (found && 'programme' in found ? found.programme?.name : null) ?? null,
    ...{ loading: asked.loading, error: asked.error, refetch: () => void asked.refetch() },
  };
}

interface GroupAnswer {
  readonly behind: GroupBehindFragment | null;
  readonly programme: string | null;
  readonly loading: boolean;
  readonly error: unknown;
  readonly refetch: () => void;
}
