import type { TenantTransaction } from '@teei/runtime/tenant-transaction';
import type { Stored } from '../domain/import-run/plan-batch.ts';
import type { SourcedKind } from '../domain/records/record-kind.ts';
import type { RecordRow } from './record-rows.ts';

export interface SourcedRecord {
  readonly id: string;
  readonly sourceId: string;
  readonly contentHash: string;
}

/** A record as it was before an import first changed it. */
export interface EarlierRecord {
  readonly id: string;
  readonly contentHash: string;
  readonly before: RecordRow;
}

/** Which record of one kind stands for which row of a source, and what it was before. */
export class RecordSourceStore {
  readonly #tx: TenantTransaction;
  readonly #kind: SourcedKind;

  constructor(tx: TenantTransaction, kind: SourcedKind) {
    this.#tx = tx;
    this.#kind = kind;
  }

  /** Batches of one company and kind follow each other until the transaction ends. */
  async lock(): Promise<void> {
    await this.#tx.sql`SELECT pg_advisory_xact_lock(hashtextextended(${`${this.#tx.companyId} ${this.#kind}`}, 0))`;
  }

  async bySourceId(sourceIds: readonly string[]): Promise<Map<string, Stored>> {
    const rows = await this.#tx.sql<Stored & { sourceId: string }>`
      SELECT id, source_id AS "sourceId", content_hash AS "contentHash", revision FROM programs.record_source
      WHERE company_id = ${this.#tx.companyId} AND kind = ${this.#kind} AND source_id = ANY (${sourceIds}::text[])`;
    return new Map(rows.map((row) => [row.sourceId, row]));
  }

  async add(records: readonly SourcedRecord[], importId: string | null): Promise<void> {
    if (records.length === 0) return;
    await this.#tx.sql`
      INSERT INTO programs.record_source (company_id, kind, id, source_id, content_hash, import_id)
      SELECT ${this.#tx.companyId}, ${this.#kind}, n.id, n.source_id, n.content_hash, ${importId}::uuid
      FROM unnest(${records.map(({ id }) => id)}::uuid[], ${records.map(({ sourceId }) => sourceId)}::text[],
        ${records.map(({ contentHash }) => contentHash)}::text[]) AS n (id, source_id, content_hash)`;
  }

  /** Keeps what each record was and raises its revision. */
  async revise(
    records: readonly Pick<SourcedRecord, 'id' | 'contentHash'>[],
    before: readonly RecordRow[],
    importId: string | null,
  ): Promise<void> {
    await this.#tx.sql`
      INSERT INTO programs.record_revision (company_id, kind, record_id, revision, import_id, content_hash, before, words_since)
      SELECT s.company_id, s.kind, s.id, s.revision, ${importId}::uuid, s.content_hash, b.row, (b.row ->> 'words_since')::timestamptz
      FROM jsonb_array_elements(${JSON.stringify(before)}::jsonb) AS b (row)
      JOIN programs.record_source s ON s.company_id = ${this.#tx.companyId} AND s.kind = ${this.#kind}
        AND s.id = (b.row ->> 'id')::uuid`;
    await this.#raise(records);
  }

  /**
   * Of these versions, those that another import of the very same file has stored and replaced again: a file that corrects
   * its own rows says both whenever it comes, and the second time only the last of them counts.
   */
  async supersededInFile(
    importId: string | null,
    versions: readonly Pick<SourcedRecord, 'sourceId' | 'contentHash'>[],
  ): Promise<ReadonlySet<string>> {
    if (importId === null || versions.length === 0) return new Set();
    const rows = await this.#tx.sql<{ version: string }>`
      SELECT DISTINCT r.content_hash || ' ' || s.source_id AS version FROM programs.record_source s
      JOIN programs.record_revision r ON r.company_id = s.company_id AND r.kind = s.kind AND r.record_id = s.id
      JOIN programs.import i ON i.company_id = r.company_id AND i.id = r.import_id
      JOIN programs.upload u ON u.company_id = i.company_id AND u.id = i.upload_id
      WHERE s.company_id = ${this.#tx.companyId} AND s.kind = ${this.#kind}
        AND s.source_id = ANY (${versions.map(({ sourceId }) => sourceId)}::text[]) AND i.id <> ${importId}::uuid
        AND u.sha256 = (SELECT own.sha256 FROM programs.import o
          JOIN programs.upload own ON own.company_id = o.company_id AND own.id = o.upload_id
          WHERE o.company_id = ${this.#tx.companyId} AND o.id = ${importId}::uuid)`;
    return new Set(rows.map(({ version }) => version));
  }

  /** Records whose newest revision is this import's, as they were before its first change. */
  firstChanges(importId: string, limit: number): Promise<EarlierRecord[]> {
    return this.#tx.sql<EarlierRecord>`
      SELECT DISTINCT ON (r.record_id) r.record_id AS id, r.content_hash AS "contentHash",
        r.before || jsonb_build_object('words_since', r.words_since) AS before
      FROM programs.record_revision r
      WHERE r.company_id = ${this.#tx.companyId} AND r.kind = ${this.#kind} AND r.import_id = ${importId} AND NOT EXISTS (
        SELECT 1 FROM programs.record_revision later WHERE later.company_id = r.company_id AND later.kind = r.kind
          AND later.record_id = r.record_id AND later.revision > r.revision AND later.import_id IS DISTINCT FROM r.import_id)
      ORDER BY r.record_id, r.revision LIMIT ${limit}`;
  }

  /** Forgets this import's changes of records that have their earlier content again, under a new revision. */
  async restore(importId: string, records: readonly EarlierRecord[]): Promise<void> {
    await this.#raise(records);
    await this.#tx.sql`
      DELETE FROM programs.record_revision WHERE company_id = ${this.#tx.companyId} AND kind = ${this.#kind}
        AND import_id = ${importId} AND record_id = ANY (${records.map(({ id }) => id)}::uuid[])`;
  }

  /** Records that this import made and no other changed. */
  async createdBy(importId: string, limit: number): Promise<string[]> {
    const rows = await this.#tx.sql<{ id: string }>`
      SELECT s.id FROM programs.record_source s
      WHERE s.company_id = ${this.#tx.companyId} AND s.kind = ${this.#kind} AND s.import_id = ${importId} AND NOT EXISTS (
        SELECT 1 FROM programs.record_revision r WHERE r.company_id = s.company_id AND r.kind = s.kind
          AND r.record_id = s.id AND r.import_id IS DISTINCT FROM s.import_id)
      ORDER BY s.id LIMIT ${limit}`;
    return rows.map(({ id }) => id);
  }

  /** Raises the revisions of records that are told anew though their content is the same; resolves to these. */
  async tellAgain(ids: readonly string[]): Promise<ReadonlyMap<string, number>> {
    const rows = await this.#tx.sql<{ id: string; revision: number }>`
      UPDATE programs.record_source SET revision = revision + 1
      WHERE company_id = ${this.#tx.companyId} AND kind = ${this.#kind} AND id = ANY (${ids}::uuid[]) RETURNING id, revision`;
    return new Map(rows.map(({ id, revision }) => [id, revision]));
  }

  async revisionsOf(ids: readonly string[]): Promise<ReadonlyMap<string, number>> {
    const rows = await this.#tx.sql<{ id: string; revision: number }>`
      SELECT id, revision FROM programs.record_source
      WHERE company_id = ${this.#tx.companyId} AND kind = ${this.#kind} AND id = ANY (${ids}::uuid[])`;
    return new Map(rows.map(({ id, revision }) => [id, revision]));
  }

  async forget(ids: readonly string[]): Promise<void> {
    await this.#tx.sql`
      DELETE FROM programs.record_source
      WHERE company_id = ${this.#tx.companyId} AND kind = ${this.#kind} AND id = ANY (${ids}::uuid[])`;
  }

  /** These stay when their import is taken back, and are no longer its own. */
  async release(ids: readonly string[]): Promise<void> {
    await this.#tx.sql`
      UPDATE programs.record_source SET import_id = NULL
      WHERE company_id = ${this.#tx.companyId} AND kind = ${this.#kind} AND id = ANY (${ids}::uuid[])`;
  }

  async #raise(records: readonly Pick<SourcedRecord, 'id' | 'contentHash'>[]): Promise<void> {
    await this.#tx.sql`
      UPDATE programs.record_source s SET content_hash = n.content_hash, revision = s.revision + 1
      FROM unnest(${records.map(({ id }) => id)}::uuid[], ${records.map(({ contentHash }) => contentHash)}::text[])
        AS n (id, content_hash)
      WHERE s.company_id = ${this.#tx.companyId} AND s.kind = ${this.#kind} AND s.id = n.id`;
  }
}
