import type { TenantTransaction } from '@teei/runtime/tenant-transaction';

export interface EnrolmentFact {
  readonly programmeId: string;
  readonly participantId: string;
  readonly enrolled: boolean;
  /** ISO 8601, UTC: when the change was made. */
  readonly toldAt: string;
}

export interface CompletionFact {
  readonly completionId: string;
  readonly participantId: string;
  /** ISO 8601, UTC. */
  readonly completedAt: string;
  readonly withdrawn: boolean;
  readonly toldAt: string;
}

/** Who has a place in which programme. Of two changes of one place the later one counts, in whatever order they arrive. */
export async function keepEnrolmentFacts(tx: TenantTransaction, told: readonly EnrolmentFact[]): Promise<void> {
  if (told.length === 0) return;
  await tx.sql`
    INSERT INTO outcomes.enrolment_fact AS e (company_id, programme_id, participant_id, enrolled, told_at)
    SELECT DISTINCT ON (n.programme_id, n.participant_id) ${tx.companyId}::uuid, n.programme_id, n.participant_id, n.enrolled, n.told_at
    FROM unnest(${told.map((each) => each.programmeId)}::uuid[], ${told.map((each) => each.participantId)}::uuid[],
      ${told.map((each) => each.enrolled)}::boolean[], ${told.map((each) => each.toldAt)}::timestamptz[]) WITH ORDINALITY
      AS n (programme_id, participant_id, enrolled, told_at, place)
    ORDER BY n.programme_id, n.participant_id, n.told_at DESC, n.place DESC
    ON CONFLICT (company_id, programme_id, participant_id) DO UPDATE SET enrolled = excluded.enrolled, told_at = excluded.told_at
    WHERE e.told_at <= excluded.told_at`;
}

/** Which courses participants completed; what was withdrawn leaves a mark, so that an older event does not bring it back. */
export async function keepCompletionFacts(tx: TenantTransaction, told: readonly CompletionFact[]): Promise<void> {
  if (told.length === 0) return;
  await tx.sql`
    INSERT INTO outcomes.completion_fact AS c (company_id, completion_id, participant_id, completed_at, withdrawn, told_at)
    SELECT DISTINCT ON (n.completion_id) ${tx.companyId}::uuid, n.completion_id, n.participant_id, n.completed_at, n.withdrawn, n.told_at
    FROM unnest(${told.map((each) => each.completionId)}::uuid[], ${told.map((each) => each.participantId)}::uuid[],
      ${told.map((each) => each.completedAt)}::timestamptz[], ${told.map((each) => each.withdrawn)}::boolean[],
      ${told.map((each) => each.toldAt)}::timestamptz[]) WITH ORDINALITY
      AS n (completion_id, participant_id, completed_at, withdrawn, told_at, place)
    ORDER BY n.completion_id, n.told_at DESC, n.place DESC
    ON CONFLICT (company_id, completion_id) DO UPDATE SET participant_id = excluded.participant_id, completed_at = excluded.completed_at,
      withdrawn = excluded.withdrawn, told_at = excluded.told_at
    WHERE c.told_at <= excluded.told_at`;
}
