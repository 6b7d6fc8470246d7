import type { TenantTransaction } from '@teei/runtime/tenant-transaction';
import type { JourneyFindingRow, JourneyRuleCountsRow } from '../rows.ts';

/** Flags and milestones of one company, for showing them. */
export class JourneyReadingStore {
  readonly #tx: TenantTransaction;

  constructor(tx: TenantTransaction) {
    this.#tx = tx;
  }

  flagsOf(participantIds: readonly string[]): Promise<JourneyFindingRow[]> {
    return this.#tx.sql<JourneyFindingRow>`
      SELECT f.participant_id AS "participantId", f.name, f.rule, f.revision, f.since, f.facts
      FROM unnest(${participantIds}::uuid[]) AS n (id)
      JOIN profile.journey_flag f ON f.company_id = ${this.#tx.companyId} AND f.participant_id = n.id ORDER BY f.name`;
  }

  milestonesOf(participantIds: readonly string[]): Promise<JourneyFindingRow[]> {
    return this.#tx.sql<JourneyFindingRow>`
      SELECT m.participant_id AS "participantId", m.name, m.rule, m.revision, m.since, m.facts
      FROM unnest(${participantIds}::uuid[]) AS n (id)
      JOIN profile.journey_milestone m ON m.company_id = ${this.#tx.companyId} AND m.participant_id = n.id
      ORDER BY m.since, m.name`;
  }

  countsOf(rules: readonly string[]): Promise<JourneyRuleCountsRow[]> {
    const { companyId } = this.#tx;
    return this.#tx.sql<JourneyRuleCountsRow>`
      SELECT n.rule,
        (SELECT count(*) FROM profile.journey_flag f WHERE f.company_id = ${companyId} AND f.rule = n.rule) AS flags,
        (SELECT count(*) FROM profile.journey_milestone m WHERE m.company_id = ${companyId} AND m.rule = n.rule) AS milestones,
        (SELECT count(*) FROM profile.follow_up u WHERE u.company_id = ${companyId} AND u.rule = n.rule AND u.state = 'OPEN') AS "followUps"
      FROM unnest(${rules}::text[]) AS n (rule)`;
  }
}
