import type { Page } from '@teei/runtime/connection';
import { newId } from '@teei/runtime/id';
import type { TenantTransaction } from '@teei/runtime/tenant-transaction';
import type { Course } from '../domain/learning/learning-record.ts';
import type { LearningRecordRow } from '../rows/learning.ts';

type Key = readonly string[] & { length: 1 };

export interface StoredRecord {
  readonly externalId: string;
  readonly kind: LearningRecordRow['kind'];
  readonly contentHash: string;
  readonly courseId: string | null;
  readonly participantId: string | null;
}

export interface RecordToStore extends StoredRecord {
  readonly occurredAt: string | null;
  readonly progress: number | null;
  readonly score: number | null;
}

/** What learning providers said, for one company. */
export class LearningRecordStore {
  readonly #tx: TenantTransaction;

  constructor(tx: TenantTransaction) {
    this.#tx = tx;
  }

  byIds(ids: readonly string[]): Promise<LearningRecordRow[]> {
    return this.#tx.sql<LearningRecordRow>`
      SELECT r.id, r.external_id AS "externalId", r.kind, r.participant_id AS "participantId", c.name AS "courseName",
        r.occurred_at AS "occurredAt", r.progress, r.score
      FROM programs.learning_record r LEFT JOIN programs.course c ON c.company_id = r.company_id AND c.id = r.course_id
      WHERE r.company_id = ${this.#tx.companyId} AND r.id = ANY (${ids}::uuid[])`;
  }

  page(page: Page<Key>): Promise<LearningRecordRow[]> {
    const [id] = page.after ?? [null];
    return this.#tx.sql<LearningRecordRow>`
      SELECT r.id, r.external_id AS "externalId", r.kind, r.participant_id AS "participantId", c.name AS "courseName",
        r.occurred_at AS "occurredAt", r.progress, r.score
      FROM programs.learning_record r LEFT JOIN programs.course c ON c.company_id = r.company_id AND c.id = r.course_id
      WHERE r.company_id = ${this.#tx.companyId} AND (${id}::uuid IS NULL OR r.id < ${id}::uuid)
      ORDER BY r.id DESC LIMIT ${page.size + 1}`;
  }

  async count(): Promise<number> {
    const [row] = await this.#tx.sql<{ count: number }>`
      SELECT count(*) FROM programs.learning_record WHERE company_id = ${this.#tx.companyId}`;
    return row?.count ?? 0;
  }

  /** Keeps others of the same source out until this transaction ends, so that two batches never decide on the same rows. */
  async lockSource(source: string): Promise<void> {
    await this.#tx.sql`SELECT pg_advisory_xact_lock(hashtextextended(${`${this.#tx.companyId} ${source}`}, 7))`;
  }

  stored(source: string, externalIds: readonly string[]): Promise<StoredRecord[]> {
    return this.#tx.sql<StoredRecord>`
      SELECT r.external_id AS "externalId", r.kind, r.content_hash AS "contentHash", r.course_id AS "courseId",
        r.participant_id AS "participantId"
      FROM unnest(${externalIds}::text[]) AS n (external_id)
      JOIN programs.learning_record r ON r.company_id = ${this.#tx.companyId} AND r.source = ${source}
        AND r.external_id = n.external_id`;
  }

  /** Makes the courses that are not there and renames those that were renamed. Resolves to ids in the order of the courses. */
  async ensureCourses(courses: readonly Course[]): Promise<string[]> {
    const columns = [courses.map((each) => each.provider), courses.map((each) => each.externalId)] as const;
    await this.#tx.sql`
      INSERT INTO programs.course AS c (id, company_id, provider, external_id, name)
      SELECT n.id, ${this.#tx.companyId}, n.provider, n.external_id, n.name
      FROM (SELECT DISTINCT ON (provider, external_id) * FROM unnest(${courses.map(() => newId())}::uuid[], ${columns[0]}::text[],
        ${columns[1]}::text[], ${courses.map((each) => each.name)}::text[]) AS u (id, provider, external_id, name)
        ORDER BY provider, external_id) n
      ORDER BY n.provider, n.external_id
      ON CONFLICT (company_id, provider, external_id) DO UPDATE SET name = EXCLUDED.name WHERE c.name <> EXCLUDED.name`;
    const rows = await this.#tx.sql<{ id: string }>`
      SELECT c.id FROM unnest(${columns[0]}::text[], ${columns[1]}::text[]) WITH ORDINALITY AS n (provider, external_id, place)
      JOIN programs.course c ON c.company_id = ${this.#tx.companyId} AND c.provider = n.provider AND c.external_id = n.external_id
      ORDER BY n.place`;
    return rows.map(({ id }) => id);
  }

  async put(source: string, records: readonly RecordToStore[]): Promise<void> {
    await this.#tx.sql`
      INSERT INTO programs.learning_record AS r (id, company_id, source, external_id, kind, course_id, participant_id, occurred_at,
        progress, score, content_hash)
      SELECT n.id, ${this.#tx.companyId}, ${source}, n.external_id, n.kind, n.course_id, n.participant_id, n.occurred_at,
        n.progress, n.score, n.content_hash
      FROM unnest(${records.map(() => newId())}::uuid[], ${records.map((each) => each.externalId)}::text[],
        ${records.map((each) => each.kind)}::text[], ${records.map((each) => each.courseId)}::uuid[],
        ${records.map((each) => each.participantId)}::uuid[], ${records.map((each) => each.occurredAt)}::timestamptz[],
        ${records.map((each) => each.progress)}::float8[], ${records.map((each) => each.score)}::float8[],
        ${records.map((each) => each.contentHash)}::text[])
        AS n (id, external_id, kind, course_id, participant_id, occurred_at, progress, score, content_hash)
      ON CONFLICT (company_id, source, external_id) DO UPDATE SET kind = EXCLUDED.kind,
        course_id = coalesce(EXCLUDED.course_id, r.course_id),
        participant_id = coalesce(EXCLUDED.participant_id, r.participant_id),
        occurred_at = coalesce(EXCLUDED.occurred_at, r.occurred_at), progress = EXCLUDED.progress, score = EXCLUDED.score,
        content_hash = EXCLUDED.content_hash, stored_at = now()`;
  }
}
