import type { TenantTransaction } from '@teei/runtime/tenant-transaction';

export interface SurveyFact {
  readonly responseId: string;
  readonly programmeId: string;
  readonly participantId: string;
  readonly phase: 'BASELINE' | 'FOLLOW_UP';
  /** ISO 8601, UTC. */
  readonly answeredAt: string;
  /** Of each dimension that was answered whole, 0 to 1. */
  readonly levels: readonly { readonly dimension: string; readonly level: number }[];
}

/** Where participants placed themselves in surveys. A response is never changed, so one that is there already says the same. */
export async function keepSurveyFacts(tx: TenantTransaction, facts: readonly SurveyFact[]): Promise<void> {
  const rows = facts.flatMap(({ levels, ...fact }) => levels.map((level) => ({ ...fact, ...level })));
  if (rows.length === 0) return;
  await tx.sql`
    INSERT INTO outcomes.survey_fact (company_id, response_id, dimension, programme_id, participant_id, phase, answered_at, level)
    SELECT ${tx.companyId}, n.* FROM unnest(${rows.map((row) => row.responseId)}::uuid[], ${rows.map((row) => row.dimension)}::text[],
      ${rows.map((row) => row.programmeId)}::uuid[], ${rows.map((row) => row.participantId)}::uuid[], ${rows.map((row) => row.phase)}::text[],
      ${rows.map((row) => row.answeredAt)}::timestamptz[], ${rows.map((row) => row.level)}::float8[]) AS n
    ON CONFLICT DO NOTHING`;
}
