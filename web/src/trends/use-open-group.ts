import { useAddress } from '../frame/use-address.ts';

/** A mark of a chart about groups: a cohort, a step of the funnel, or who answered before and after. */
export type GroupKind = 'cohort' | 'funnel' | 'change';

export interface OpenGroup {
  readonly kind: GroupKind;
  /** A cohort's key, a stage, or `DIMENSION programmeId`. */
  readonly key: string;
}

/** Whose drawer is open lives in the address: Back closes it, and a link to it can be sent. */
export function useOpenGroup() {
  const { address, change } = useAddress<'group'>();
  const [, kind, key = ''] = /^(cohort|funnel|change):(.+)$/.exec(address.get('group') ?? '') ?? [];
  return {
    group: kind === undefined ? null : ({ kind: kind as GroupKind, key } satisfies OpenGroup),
    open: ({ kind: of, key: chosen }: OpenGroup) => change('group', `${of}:${chosen}`, {}),
    close: () => change('group', ''),
  };
}
