import type { JourneyChanges, StoredJourney } from './compare-journeys.ts';

export type VisibleChangeKind =
  | 'FLAG_SET'
  | 'FLAG_CLEARED'
  | 'MILESTONE_REACHED'
  | 'MILESTONE_WITHDRAWN'
  | 'FOLLOW_UP_OPENED'
  | 'FOLLOW_UP_ENDED';

export interface VisibleChange {
  readonly kind: VisibleChangeKind;
  readonly name: string;
}

/** What somebody sees of changes: what appears and what goes, not on which facts or under which revision it stands. */
export function visibleChanges(changes: JourneyChanges, was: StoredJourney): VisibleChange[] {
  const { flags, milestones, openFollowUps, endFollowUps } = changes;
  const named = (kind: VisibleChangeKind, names: Iterable<string>) => [...names].map((name) => ({ kind, name }));
  const ended = was.followUps.flatMap(({ id, rule }) => (endFollowUps.includes(id) ? [rule] : []));
  return [
    ...named('FLAG_SET', flags.added),
    ...named('FLAG_CLEARED', flags.removed),
    ...named('MILESTONE_REACHED', milestones.added),
    ...named('MILESTONE_WITHDRAWN', milestones.removed),
    ...named(
      'FOLLOW_UP_OPENED',
      openFollowUps.map(({ rule }) => rule),
    ),
    ...named('FOLLOW_UP_ENDED', ended),
  ];
}
