import { smallestGroup } from '@teei/runtime/smallest-group';
import type { Suppression } from './suppress-groups.ts';

/** In order; whoever is at a step has been at every one before it. */
export const funnelStepNames = [
  'ENROLLED',
  'FIRST_SESSION',
  'THIRD_SESSION',
  'FIRST_OUTCOME',
  'COURSE_COMPLETED',
] as const;
export type FunnelStepName = (typeof funnelStepNames)[number];

export interface FunnelStepRow {
  readonly step: FunnelStepName;
  readonly people: number | null;
  readonly absence: Suppression | null;
  /** How many of the last step that is shown before this one did not come here; null for the first, and where this step is not shown. */
  readonly dropOff: number | null;
  /** Of those enrolled, 0 to 1. */
  readonly share: number | null;
}

/**
 * What can be shown of a funnel. A step is shown when its people, and those who were lost since the last step that is shown, are nobody or five
 * and more. So no subtraction of steps gives a group that is smaller: who stopped in between is counted with the next loss.
 * @param reached how many people reached each step, in order
 */
export function funnelSteps(reached: readonly number[]): FunnelStepRow[] {
  let shown: number | null = null;
  return funnelStepNames.map((step, place) => {
    const people = reached[place] ?? 0;
    const lost = shown === null ? 0 : shown - people;
    const absence = isSmall(people) ? 'GROUP_TOO_SMALL' : isSmall(lost) ? 'WOULD_REVEAL' : null;
    if (absence !== null) return { step, people: null, absence, dropOff: null, share: null };
    const row = {
      step,
      people,
      absence,
      dropOff: shown === null ? null : lost,
      share: shareOf(people, reached[0] ?? 0),
    };
    shown = people;
    return row;
  });
}

/** How many came to each step or further, from how many came to each and no further; the first step is 1. */
export function reachedEach(counts: readonly { readonly reached: number; readonly people: number }[]): number[] {
  return funnelStepNames.map((_, place) =>
    counts.reduce((sum, { reached, people }) => (reached > place ? sum + people : sum), 0),
  );
}

function shareOf(people: number, enrolled: number): number | null {
  return enrolled === 0 ? null : people / enrolled;
}

function isSmall(people: number): boolean {
  return people > 0 && people < smallestGroup;
}
