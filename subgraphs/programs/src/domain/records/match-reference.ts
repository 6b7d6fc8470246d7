import { pairKeyOf } from './buddy-match.ts';
import { optional } from './define-record.ts';
import type { MatchReference } from './incoming-record.ts';
import { pairFields } from './pair-fields.ts';
import { name } from './record-cells.ts';

const { participantEmail, buddyEmail, matchId } = pairFields;

/** How the rows of a pair say which pair they are about: by the match's id, or by both addresses. */
export const matchFields = {
  matchId: optional(name, ...matchId),
  participantEmail: optional(participantEmail.rule, ...participantEmail.names),
  buddyEmail: optional(buddyEmail.rule, ...buddyEmail.names),
} as const;

interface MatchValues {
  readonly matchId: string | null;
  readonly participantEmail: string | null;
  readonly buddyEmail: string | null;
}

/** Null when a row says neither. */
export function matchOf({ matchId: id, participantEmail: one, buddyEmail: other }: MatchValues): MatchReference | null {
  const pairKey = one !== null && other !== null ? pairKeyOf(one, other) : null;
  return id === null && pairKey === null ? null : { sourceId: id, pairKey };
}

export const withoutMatch = { problem: 'MISSING_MATCH', field: 'matchId' } as const;
