import type { Page } from '@teei/runtime/connection';
import type { TenantTransaction } from '@teei/runtime/tenant-transaction';

export interface ActivityFact {
  readonly activityId: string;
  readonly revision: number;
  readonly approved: boolean;
  readonly volunteerId: string;
  /** ISO 8601, UTC. */
  readonly activityDate: string;
  readonly hours: number;
}

export interface ActivityWithdrawal {
  readonly activityId: string;
  readonly revision: number;
  readonly activityDate?: string | undefined;
}

type Key = readonly string[] & { length: 2 };

/** Volunteer hours outside of sessions: one row for each activity, in its newest revision. Only approved ones count. */
export class ActivityFactStore {
  readonly #tx: TenantTransaction;

  constructor(tx: TenantTransaction) {
    this.#tx = tx;
  }

  /** Keeps what is newer than what is there; resolves to the months (yyyy-mm-01) whose counts may have changed. */
  async keep(facts: readonly ActivityFact[]): Promise<string[]> {
    if (facts.length === 0) return [];
    const before = await this.#months(facts.map(({ activityId }) => activityId));
    const rows = await this.#tx.sql<{ month: string }>`
      INSERT INTO outcomes.activity_fact AS f (company_id, activity_id, revision, approved, volunteer_id, activity_date, month, hours)
      SELECT DISTINCT ON (n.activity_id) ${this.#tx.companyId}::uuid, n.activity_id, n.revision, n.approved, n.volunteer_id, n.activity_date,
        date_trunc('month', n.activity_date AT TIME ZONE 'UTC')::date, n.hours
      FROM unnest(${facts.map((fact) => fact.activityId)}::uuid[], ${facts.map((fact) => fact.revision)}::int[],
        ${facts.map((fact) => fact.approved)}::bool[], ${facts.map((fact) => fact.volunteerId)}::uuid[],
        ${facts.map((fact) => fact.activityDate)}::timestamptz[], ${facts.map((fact) => fact.hours)}::float8[])
        AS n (activity_id, revision, approved, volunteer_id, activity_date, hours)
      ORDER BY n.activity_id, n.revision DESC
      ON CONFLICT (company_id, activity_id) DO UPDATE SET revision = excluded.revision, approved = excluded.approved,
        volunteer_id = excluded.volunteer_id, activity_date = excluded.activity_date, month = excluded.month, hours = excluded.hours
      WHERE f.revision < excluded.revision AND NOT f.withdrawn
      RETURNING to_char(month, 'YYYY-MM-DD') AS month`;
    return [...before, ...rows.map(({ month }) => month)];
  }

  /** Leaves a mark instead of the activity, so that an older event that comes late does not bring it back. */
  async withdraw(withdrawals: readonly ActivityWithdrawal[]): Promise<string[]> {
    if (withdrawals.length === 0) return [];
    const rows = await this.#tx.sql<{ month: string }>`
      INSERT INTO outcomes.activity_fact (company_id, activity_id, revision, withdrawn, approved, activity_date, month, hours)
      SELECT DISTINCT ON (n.activity_id) ${this.#tx.companyId}::uuid, n.activity_id, n.revision, true, false,
        coalesce(n.activity_date, f.activity_date), date_trunc('month', coalesce(n.activity_date, f.activity_date) AT TIME ZONE 'UTC')::date, 0
      FROM unnest(${withdrawals.map((each) => each.activityId)}::uuid[], ${withdrawals.map((each) => each.revision)}::int[],
        ${withdrawals.map((each) => each.activityDate ?? null)}::timestamptz[]) AS n (activity_id, revision, activity_date)
      LEFT JOIN outcomes.activity_fact f ON f.company_id = ${this.#tx.companyId} AND f.activity_id = n.activity_id
      WHERE coalesce(n.activity_date, f.activity_date) IS NOT NULL
      ORDER BY n.activity_id, n.revision DESC
      ON CONFLICT (company_id, activity_id) DO UPDATE SET withdrawn = true, revision = excluded.revision, volunteer_id = NULL, hours = 0
      RETURNING to_char(month, 'YYYY-MM-DD') AS month`;
    return rows.map(({ month }) => month);
  }

  /** Activities that each metric counted, newest first: for volunteer hours those that are approved, for others none. */
  ofMetrics(metricIds: readonly string[], page: Page<Key>): Promise<ActivityOfMetric[]> {
    const [day, id] = page.after ?? [null, null];
    return this.#tx.sql<ActivityOfMetric>`
      SELECT m.id AS "metricId", f.activity_id AS id, f.activity_date AS "activityDate"
      FROM outcomes.metric m CROSS JOIN LATERAL (
        SELECT a.activity_id, a.activity_date FROM outcomes.activity_fact a
        WHERE a.company_id = ${this.#tx.companyId} AND a.approved AND NOT a.withdrawn AND m.name = 'VOLUNTEER_HOURS' AND m.programme_id IS NULL
          AND (m.first_day IS NULL OR (a.activity_date AT TIME ZONE 'UTC')::date BETWEEN m.first_day AND m.last_day)
          AND (m.month IS NULL OR a.month = m.month)
          AND (${day}::timestamptz IS NULL OR (a.activity_date, a.activity_id) < (${day}::timestamptz, ${id}::uuid))
        ORDER BY a.activity_date DESC, a.activity_id DESC LIMIT ${page.size + 1}
      ) f
      WHERE m.company_id = ${this.#tx.companyId} AND m.id = ANY (${metricIds}::uuid[])
      ORDER BY f.activity_date DESC, f.activity_id DESC`;
  }

  countsOfMetrics(metricIds: readonly string[]): Promise<{ id: string; count: number }[]> {
    return this.#tx.sql<{ id: string; count: number }>`
      SELECT m.id, (SELECT count(*) FROM outcomes.activity_fact a
        WHERE a.company_id = ${this.#tx.companyId} AND a.approved AND NOT a.withdrawn AND m.name = 'VOLUNTEER_HOURS' AND m.programme_id IS NULL
          AND (m.first_day IS NULL OR (a.activity_date AT TIME ZONE 'UTC')::date BETWEEN m.first_day AND m.last_day)
          AND (m.month IS NULL OR a.month = m.month)) AS count
      FROM outcomes.metric m WHERE m.company_id = ${this.#tx.companyId} AND m.id = ANY (${metricIds}::uuid[])`;
  }

  async #months(activityIds: readonly string[]): Promise<string[]> {
    const rows = await this.#tx.sql<{ month: string }>`
      SELECT to_char(month, 'YYYY-MM-DD') AS month FROM outcomes.activity_fact
      WHERE company_id = ${this.#tx.companyId} AND activity_id = ANY (${activityIds}::uuid[]) ORDER BY activity_id FOR UPDATE`;
    return rows.map(({ month }) => month);
  }
}

interface ActivityOfMetric {
  readonly metricId: string;
  readonly id: string;
  readonly activityDate: Date;
}
