import type { TenantTransaction } from '@teei/runtime/tenant-transaction';

export interface ToldEnrolment {
  readonly participantId: string;
  readonly programmeId: string;
  readonly enrolled: boolean;
  /** ISO 8601, UTC: when the change was made. */
  readonly toldAt: string;
}

/** Keeps who is in which programme; of two changes of one place the later one counts, in whatever order they arrive. */
export async function keepEnrolments(tx: TenantTransaction, told: readonly ToldEnrolment[]): Promise<void> {
  const newest = new Map<string, ToldEnrolment>();
  for (const each of told) {
    const key = `${each.programmeId} ${each.participantId}`;
    const known = newest.get(key);
    if (!known || known.toldAt <= each.toldAt) newest.set(key, each);
  }
  const rows = [...newest.entries()].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, each]) => each);
  if (rows.length === 0) return;
  await tx.sql`
    INSERT INTO profile.participant_programme AS p (company_id, programme_id, participant_id, enrolled, told_at)
    SELECT ${tx.companyId}, n.programme_id, n.participant_id, n.enrolled, n.told_at
    FROM unnest(${rows.map((each) => each.programmeId)}::uuid[], ${rows.map((each) => each.participantId)}::uuid[],
      ${rows.map((each) => each.enrolled)}::boolean[], ${rows.map((each) => each.toldAt)}::timestamptz[])
      AS n (programme_id, participant_id, enrolled, told_at)
    ON CONFLICT (company_id, programme_id, participant_id) DO UPDATE SET enrolled = excluded.enrolled, told_at = excluded.told_at
    WHERE p.told_at <= excluded.told_at`;
}
