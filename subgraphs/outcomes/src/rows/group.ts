/** What a number about a group of people was made of, and how to find the group again. */
export interface GroupRow {
  readonly formulaVersion: string;
  readonly formula: string;
  readonly inputs: { readonly name: string; readonly value: number }[];
  /** Null for a group that is not shown. */
  readonly members: GroupMembers | null;
}

export interface GroupMembers {
  readonly source: GroupSource;
  /** Within the source. */
  readonly key: string;
  readonly people: number;
  /** How many pieces of evidence; null where no text is behind the number. */
  readonly scores: number | null;
}

/** Somebody who is in a group. */
export interface GroupMember {
  readonly key: string;
  readonly id: string;
}

/** Which reckoning a group is of. */
export type GroupSource =
  | { readonly kind: 'funnel'; readonly programmeId: string | null }
  | ({ readonly kind: 'cohort' } & CohortFilter)
  | { readonly kind: 'change'; readonly dimension: string };

export interface CohortFilter {
  readonly by: 'PROGRAMME' | 'START_MONTH' | 'LANGUAGE';
  readonly dimension: string;
  /** yyyy-mm, inclusive; of what was said. */
  readonly from: string | null;
  readonly to: string | null;
}
