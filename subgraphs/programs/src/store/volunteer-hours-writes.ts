import type { TenantTransaction } from '@teei/runtime/tenant-transaction';
import type { VolunteerActivityChangeRow, VolunteerActivityStatus } from '../rows/record.ts';
import type { RecordRow } from './record-rows.ts';
import { RecordSourceStore } from './record-source-store.ts';
import { volunteerActivityWrites } from './volunteer-activity-writes.ts';

export interface HoursToLog {
  readonly id: string;
  readonly volunteerId: string;
  readonly activityDate: string;
  readonly hours: number;
  readonly activityType: string | null;
  readonly ngoName: string | null;
  readonly location: string | null;
  readonly description: string | null;
}

export interface Decision {
  readonly kind: Extract<VolunteerActivityChangeRow['kind'], 'APPROVED' | 'CORRECTED' | 'DECLINED'>;
  readonly status: VolunteerActivityStatus;
  readonly actor: string;
  readonly reason: string | null;
  /** Null leaves them as they are. */
  readonly hours: number | null;
  readonly activityDate: string | null;
}

/** What members do to volunteer hours; each act leaves a line of history and, of a record that was there, what it was before. */
export class VolunteerHoursWrites {
  readonly #tx: TenantTransaction;
  readonly #sources: RecordSourceStore;

  constructor(tx: TenantTransaction) {
    this.#tx = tx;
    this.#sources = new RecordSourceStore(tx, 'VOLUNTEER_ACTIVITY');
  }

  /** Files and members follow each other until the transaction ends. */
  lock(): Promise<void> {
    return this.#sources.lock();
  }

  async log(hours: HoursToLog, contentHash: string, actor: string): Promise<void> {
    const { id, volunteerId, activityDate, activityType, ngoName, location, description } = hours;
    await this.#tx.sql`
      INSERT INTO programs.volunteer_activity (id, company_id, source_id, volunteer_id, activity_date, hours, activity_type, ngo_name, location, description, status, logged_by)
      VALUES (${id}, ${this.#tx.companyId}, ${id}, ${volunteerId}, ${activityDate}, ${hours.hours}, ${activityType}, ${ngoName}, ${location}, ${description}, 'LOGGED', ${actor})`;
    await this.#sources.add([{ id, sourceId: id, contentHash }], null);
    await this.#tx.sql`
      INSERT INTO programs.volunteer_activity_change (company_id, activity_id, ordinal, kind, actor, hours_after, date_after, status_after)
      VALUES (${this.#tx.companyId}, ${id}, 1, 'LOGGED', ${actor}, ${hours.hours}, ${activityDate}, 'LOGGED')`;
  }

  /** Of what is there already; the revisions rise. */
  async decide(ids: readonly string[], { kind, status, actor, reason, hours, activityDate }: Decision): Promise<void> {
    const before = (await volunteerActivityWrites.read(this.#tx, ids)).map(({ row }) => row);
    await this.#keepBefore(ids, before);
    await this.#tx.sql`
      WITH changed AS (
        UPDATE programs.volunteer_activity a SET status = ${status}, reviewed = true, hours = coalesce(${hours}::float8, a.hours),
          activity_date = coalesce(${activityDate}::timestamptz, a.activity_date)
        FROM (SELECT id, hours, activity_date FROM programs.volunteer_activity
          WHERE company_id = ${this.#tx.companyId} AND id = ANY (${ids}::uuid[])) AS old
        WHERE a.company_id = ${this.#tx.companyId} AND a.id = old.id
        RETURNING a.id, a.hours, a.activity_date, old.hours AS hours_before, old.activity_date AS date_before
      )
      INSERT INTO programs.volunteer_activity_change (company_id, activity_id, ordinal, kind, actor, reason, hours_before, hours_after, date_before, date_after, status_after)
      SELECT ${this.#tx.companyId}, c.id, 1 + (SELECT count(*) FROM programs.volunteer_activity_change e WHERE e.company_id = ${this.#tx.companyId} AND e.activity_id = c.id),
        ${kind}, ${actor}, ${reason}, c.hours_before, c.hours, c.date_before, c.activity_date, ${status} FROM changed c`;
  }

  /** The hash stays what the source said last: its file, come again, says nothing new. */
  async #keepBefore(ids: readonly string[], before: readonly RecordRow[]): Promise<void> {
    const hashes = await this.#tx.sql<{ id: string; contentHash: string }>`
      SELECT id, content_hash AS "contentHash" FROM programs.record_source
      WHERE company_id = ${this.#tx.companyId} AND kind = 'VOLUNTEER_ACTIVITY' AND id = ANY (${ids}::uuid[])`;
    await this.#sources.revise(hashes, before, null);
  }
}
