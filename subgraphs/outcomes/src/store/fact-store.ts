import type { TenantTransaction } from '@teei/runtime/tenant-transaction';

export interface SessionFact {
  readonly sessionId: string;
  readonly revision: number;
  readonly programmeId: string;
  readonly participantId: string;
  readonly volunteerId: string | null;
  readonly startedAt: string;
  readonly durationMinutes: number;
}

export interface Withdrawal {
  readonly sessionId: string;
  readonly revision: number;
  readonly startedAt: string;
}

/** What is counted: one row for each session, in its newest revision. */
export class FactStore {
  readonly #tx: TenantTransaction;

  constructor(tx: TenantTransaction) {
    this.#tx = tx;
  }

  /** Keeps what is newer than what is there; resolves to the months (yyyy-mm-01) whose counts may have changed. */
  async keep(facts: readonly SessionFact[]): Promise<string[]> {
    if (facts.length === 0) return [];
    const before = await this.#months(facts.map((fact) => fact.sessionId));
    const rows = await this.#tx.sql<{ month: string }>`
      INSERT INTO outcomes.session_fact AS f (company_id, session_id, revision, programme_id, participant_id, volunteer_id, started_at, month, minutes)
      SELECT DISTINCT ON (n.session_id) ${this.#tx.companyId}::uuid, n.session_id, n.revision, n.programme_id, n.participant_id, n.volunteer_id,
        n.started_at, date_trunc('month', n.started_at AT TIME ZONE 'UTC')::date, n.minutes
      FROM unnest(${facts.map((fact) => fact.sessionId)}::uuid[], ${facts.map((fact) => fact.revision)}::int[],
        ${facts.map((fact) => fact.programmeId)}::uuid[], ${facts.map((fact) => fact.participantId)}::uuid[],
        ${facts.map((fact) => fact.volunteerId)}::uuid[], ${facts.map((fact) => fact.startedAt)}::timestamptz[],
        ${facts.map((fact) => fact.durationMinutes)}::float8[])
        AS n (session_id, revision, programme_id, participant_id, volunteer_id, started_at, minutes)
      ORDER BY n.session_id, n.revision DESC
      ON CONFLICT (company_id, session_id) DO UPDATE SET revision = excluded.revision, programme_id = excluded.programme_id,
        participant_id = excluded.participant_id, volunteer_id = excluded.volunteer_id, started_at = excluded.started_at,
        month = excluded.month, minutes = excluded.minutes
      WHERE f.revision < excluded.revision AND NOT f.withdrawn
      RETURNING to_char(month, 'YYYY-MM-DD') AS month`;
    return [...before, ...rows.map((row) => row.month)];
  }

  /** Leaves a mark instead of the session, so that an older event that comes late does not bring it back. */
  async withdraw(withdrawals: readonly Withdrawal[]): Promise<string[]> {
    if (withdrawals.length === 0) return [];
    const rows = await this.#tx.sql<{ month: string }>`
      INSERT INTO outcomes.session_fact (company_id, session_id, revision, withdrawn, programme_id, participant_id, started_at, month, minutes)
      SELECT DISTINCT ON (n.session_id) ${this.#tx.companyId}::uuid, n.session_id, n.revision, true, n.session_id, n.session_id,
        n.started_at, date_trunc('month', n.started_at AT TIME ZONE 'UTC')::date, 0
      FROM unnest(${withdrawals.map((each) => each.sessionId)}::uuid[], ${withdrawals.map((each) => each.revision)}::int[],
        ${withdrawals.map((each) => each.startedAt)}::timestamptz[]) AS n (session_id, revision, started_at)
      ORDER BY n.session_id, n.revision DESC
      ON CONFLICT (company_id, session_id) DO UPDATE SET withdrawn = true, revision = excluded.revision, volunteer_id = NULL, minutes = 0
      RETURNING to_char(month, 'YYYY-MM-DD') AS month`;
    return rows.map((row) => row.month);
  }

  async #months(sessionIds: readonly string[]): Promise<string[]> {
    const rows = await this.#tx.sql<{ month: string }>`
      SELECT to_char(month, 'YYYY-MM-DD') AS month FROM outcomes.session_fact
      WHERE company_id = ${this.#tx.companyId} AND session_id = ANY (${sessionIds}::uuid[]) ORDER BY session_id FOR UPDATE`;
    return rows.map((row) => row.month);
  }
}

/** Months (yyyy-mm-01) in which something of these participants is counted; a session's scores are in its own month. */
export async function monthsOfPeople(tx: TenantTransaction, participantIds: readonly string[]): Promise<string[]> {
  const rows = await tx.sql<{ month: string }>`
    SELECT DISTINCT to_char(month, 'YYYY-MM-DD') AS month FROM outcomes.session_fact
    WHERE company_id = ${tx.companyId} AND participant_id = ANY (${participantIds}::uuid[])
    UNION SELECT to_char(month, 'YYYY-MM-DD') FROM outcomes.outcome_score
    WHERE company_id = ${tx.companyId} AND participant_id = ANY (${participantIds}::uuid[]) ORDER BY 1`;
  return rows.map((row) => row.month);
}
