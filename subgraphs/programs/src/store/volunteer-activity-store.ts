import type { Page } from '@teei/runtime/connection';
import type { TenantTransaction } from '@teei/runtime/tenant-transaction';
import type { VolunteerActivityChangeRow, VolunteerActivityRow, VolunteerActivityStatus } from '../rows/record.ts';

export interface ActivityFilter {
  readonly status: VolunteerActivityStatus | null;
  readonly origin: 'FILE' | 'MEMBER' | null;
  readonly volunteerId: string | null;
  readonly from: Date | null;
  /** Exclusive. */
  readonly to: Date | null;
}

interface ActivityStanding {
  readonly status: VolunteerActivityStatus;
  readonly inSession: boolean;
}

type Key = readonly string[] & { length: 2 };

/** Volunteer hours of one company, the newest day first. */
export class VolunteerActivityStore {
  readonly #tx: TenantTransaction;

  constructor(tx: TenantTransaction) {
    this.#tx = tx;
  }

  byIds(ids: readonly string[]): Promise<VolunteerActivityRow[]> {
    return this.#tx.sql<VolunteerActivityRow>`
      SELECT a.id, a.volunteer_id AS "volunteerId", a.activity_date AS "activityDate", a.hours, a.activity_type AS "activityType",
        a.ngo_name AS "ngoName", a.location, a.description, a.status, a.logged_by AS "loggedBy", a.in_session AS "inSession", coalesce(s.revision, 1) AS revision
      FROM programs.volunteer_activity a
      LEFT JOIN programs.record_source s ON s.company_id = a.company_id AND s.kind = 'VOLUNTEER_ACTIVITY' AND s.id = a.id
      WHERE a.company_id = ${this.#tx.companyId} AND a.id = ANY (${ids}::uuid[])`;
  }

  page(page: Page<Key>, { status, origin, volunteerId, from, to }: ActivityFilter): Promise<VolunteerActivityRow[]> {
    const [day, id] = page.after ?? [null, null];
    return this.#tx.sql<VolunteerActivityRow>`
      SELECT a.id, a.volunteer_id AS "volunteerId", a.activity_date AS "activityDate", a.hours, a.activity_type AS "activityType",
        a.ngo_name AS "ngoName", a.location, a.description, a.status, a.logged_by AS "loggedBy", a.in_session AS "inSession", coalesce(s.revision, 1) AS revision
      FROM programs.volunteer_activity a
      LEFT JOIN programs.record_source s ON s.company_id = a.company_id AND s.kind = 'VOLUNTEER_ACTIVITY' AND s.id = a.id
      LEFT JOIN programs.person_alias p ON p.company_id = a.company_id AND p.person_id = a.volunteer_id
      WHERE a.company_id = ${this.#tx.companyId} AND (${status}::text IS NULL OR a.status = ${status}::text)
        AND (${origin}::text IS NULL OR (a.logged_by IS NULL) = (${origin}::text = 'FILE'))
        AND (${volunteerId}::uuid IS NULL OR coalesce(p.kept_id, a.volunteer_id) = ${volunteerId}::uuid)
        AND (${from}::timestamptz IS NULL OR a.activity_date >= ${from}::timestamptz)
        AND (${to}::timestamptz IS NULL OR a.activity_date < ${to}::timestamptz)
        AND (${day}::timestamptz IS NULL OR (a.activity_date, a.id) < (${day}::timestamptz, ${id}::uuid))
      ORDER BY a.activity_date DESC, a.id DESC LIMIT ${page.size + 1}`;
  }

  async total({ status, origin, volunteerId, from, to }: ActivityFilter): Promise<{ count: number; hours: number }> {
    const [row] = await this.#tx.sql<{ count: number; hours: number }>`
      SELECT count(*) AS count, coalesce(sum(a.hours::numeric), 0)::float8 AS hours FROM programs.volunteer_activity a
      LEFT JOIN programs.person_alias p ON p.company_id = a.company_id AND p.person_id = a.volunteer_id
      WHERE a.company_id = ${this.#tx.companyId} AND (${status}::text IS NULL OR a.status = ${status}::text)
        AND (${origin}::text IS NULL OR (a.logged_by IS NULL) = (${origin}::text = 'FILE'))
        AND (${volunteerId}::uuid IS NULL OR coalesce(p.kept_id, a.volunteer_id) = ${volunteerId}::uuid)
        AND (${from}::timestamptz IS NULL OR a.activity_date >= ${from}::timestamptz)
        AND (${to}::timestamptz IS NULL OR a.activity_date < ${to}::timestamptz)`;
    return row ?? { count: 0, hours: 0 };
  }

  /** Oldest first. */
  changesOf(ids: readonly string[]): Promise<VolunteerActivityChangeRow[]> {
    return this.#tx.sql<VolunteerActivityChangeRow>`
      SELECT activity_id AS "activityId", ordinal, kind, actor, reason, hours_before AS "hoursBefore", hours_after AS "hoursAfter",
        date_before AS "dateBefore", date_after AS "dateAfter", status_after AS "statusAfter", changed_at AS "changedAt"
      FROM programs.volunteer_activity_change
      WHERE company_id = ${this.#tx.companyId} AND activity_id = ANY (${ids}::uuid[]) ORDER BY activity_id, ordinal`;
  }

  /** What decides whether each counts. */
  async standingsOf(ids: readonly string[]): Promise<ReadonlyMap<string, ActivityStanding>> {
    const rows = await this.#tx.sql<ActivityStanding & { id: string }>`
      SELECT id, status, in_session AS "inSession" FROM programs.volunteer_activity
      WHERE company_id = ${this.#tx.companyId} AND id = ANY (${ids}::uuid[])`;
    return new Map(rows.map(({ id, ...standing }) => [id, standing]));
  }
}
