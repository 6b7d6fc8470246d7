import type { Page } from '@teei/runtime/connection';
import type { TenantTransaction } from '@teei/runtime/tenant-transaction';
import type { RowIssue } from '../domain/import-file/row-issue.ts';
import type { ImportAccountRow, ImportIssueRow, ImportRow, ImportStatus } from '../rows/import.ts';

export interface NewImport {
  readonly id: string;
  readonly uploadId: string;
  readonly kind: ImportRow['kind'];
  readonly dialect: ImportRow['dialect'];
  readonly columns: ImportRow['columns'];
  readonly missingFields: readonly string[];
  readonly preview: ImportRow['preview'];
  readonly createdBy: string;
}

export interface RejectedRow {
  /** Line of the imported file at which the row starts. */
  readonly line: number;
  /** The row's line in the error CSV. */
  readonly text: string;
}

/** Imports of one company with their issues and rejected rows. */
export class ImportStore {
  readonly #tx: TenantTransaction;

  constructor(tx: TenantTransaction) {
    this.#tx = tx;
  }

  async insert(made: NewImport): Promise<void> {
    await this.#tx.sql`
      INSERT INTO programs.import (id, company_id, upload_id, kind, status, dialect, columns, missing_fields, preview, created_by)
      VALUES (${made.id}, ${this.#tx.companyId}, ${made.uploadId}, ${made.kind}, 'PLANNED', ${JSON.stringify(made.dialect)},
        ${JSON.stringify(made.columns)}, ${made.missingFields}, ${JSON.stringify(made.preview)}, ${made.createdBy})`;
  }

  /** The import of this upload that was checked and not run yet, if there is one; it takes the new mapping, so a second look leaves no second import. */
  async replan(planned: NewImport): Promise<string | undefined> {
    const [row] = await this.#tx.sql<{ id: string }>`
      UPDATE programs.import SET kind = ${planned.kind}, dialect = ${JSON.stringify(planned.dialect)}, columns = ${JSON.stringify(planned.columns)},
        missing_fields = ${planned.missingFields}, preview = ${JSON.stringify(planned.preview)}, plan = NULL
      WHERE company_id = ${this.#tx.companyId} AND upload_id = ${planned.uploadId} AND status = 'PLANNED' RETURNING id`;
    return row?.id;
  }

  /** How the company last read a file with this header (as that kind, when one is given): what was run, not what was only tried. */
  async lastReadAs(
    header: readonly string[],
    kind: ImportRow['kind'] | null,
  ): Promise<Pick<ImportRow, 'kind' | 'columns'> | undefined> {
    const [row] = await this.#tx.sql<Pick<ImportRow, 'kind' | 'columns'>>`
      SELECT kind, columns FROM programs.import
      WHERE company_id = ${this.#tx.companyId} AND started_at IS NOT NULL AND (${kind}::text IS NULL OR kind = ${kind})
        AND jsonb_path_query_array(columns, '$[*].column') = ${JSON.stringify(header)}::jsonb
      ORDER BY started_at DESC, id DESC LIMIT 1`;
    return row;
  }

  async byId(id: string): Promise<ImportRow | undefined> {
    return (await this.byIds([id]))[0];
  }

  byIds(ids: readonly string[]): Promise<ImportRow[]> {
    return this.#tx.sql<ImportRow>`
      SELECT i.id, i.upload_id AS "uploadId", i.kind, u.file_name AS "fileName", u.byte_size AS "byteSize", u.removed_at IS NOT NULL AS "uploadRemoved", i.status, i.dialect, i.columns,
        i.missing_fields AS "missingFields", i.preview, i.plan, i.rows_read AS "rowsRead", i.rows_created AS "rowsCreated",
        i.rows_updated AS "rowsUpdated", i.rows_unchanged AS "rowsUnchanged", i.rows_rejected AS "rowsRejected",
        i.bytes_read AS "bytesRead", i.cancel_asked AS "cancelAsked", i.failure_code AS "failureCode",
        i.created_at AS "createdAt", i.started_at AS "startedAt", i.finished_at AS "finishedAt", i.rows_cleared_at AS "rowsClearedAt"
      FROM programs.import i JOIN programs.upload u ON u.company_id = i.company_id AND u.id = i.upload_id
      WHERE i.company_id = ${this.#tx.companyId} AND i.id = ANY (${ids}::uuid[])`;
  }

  page(page: Page<readonly string[] & { length: 1 }>): Promise<ImportRow[]> {
    const [id] = page.after ?? [null];
    return this.#tx.sql<ImportRow>`
      SELECT i.id, i.upload_id AS "uploadId", i.kind, u.file_name AS "fileName", u.byte_size AS "byteSize", u.removed_at IS NOT NULL AS "uploadRemoved", i.status, i.dialect, i.columns,
        i.missing_fields AS "missingFields", i.preview, i.plan, i.rows_read AS "rowsRead", i.rows_created AS "rowsCreated",
        i.rows_updated AS "rowsUpdated", i.rows_unchanged AS "rowsUnchanged", i.rows_rejected AS "rowsRejected",
        i.bytes_read AS "bytesRead", i.cancel_asked AS "cancelAsked", i.failure_code AS "failureCode",
        i.created_at AS "createdAt", i.started_at AS "startedAt", i.finished_at AS "finishedAt", i.rows_cleared_at AS "rowsClearedAt"
      FROM programs.import i JOIN programs.upload u ON u.company_id = i.company_id AND u.id = i.upload_id
      WHERE i.company_id = ${this.#tx.companyId} AND (${id}::uuid IS NULL OR i.id < ${id}::uuid)
      ORDER BY i.id DESC LIMIT ${page.size + 1}`;
  }

  async count(): Promise<number> {
    const [row] = await this.#tx.sql<{ count: number }>`
      SELECT count(*) FROM programs.import WHERE company_id = ${this.#tx.companyId}`;
    return row?.count ?? 0;
  }

  /** Locks the import for the rest of the transaction; two workers of one import follow each other. */
  async lock(id: string): Promise<ImportRow | undefined> {
    await this.#tx
      .sql`SELECT 1 FROM programs.import WHERE company_id = ${this.#tx.companyId} AND id = ${id} FOR UPDATE`;
    return this.byId(id);
  }

  async setStatus(id: string, status: ImportStatus, failureCode: string | null = null): Promise<void> {
    const ended = status === 'COMPLETED' || status === 'CANCELLED' || status === 'FAILED' || status === 'UNDONE';
    await this.#tx.sql`
      UPDATE programs.import SET status = ${status}, failure_code = ${failureCode}, cancel_asked = false,
        started_at = CASE WHEN ${status} = 'RUNNING' THEN coalesce(started_at, now()) ELSE started_at END,
        finished_at = CASE WHEN ${ended} THEN now() ELSE NULL END
      WHERE company_id = ${this.#tx.companyId} AND id = ${id}`;
  }

  async askCancel(id: string): Promise<void> {
    await this.#tx
      .sql`UPDATE programs.import SET cancel_asked = true WHERE company_id = ${this.#tx.companyId} AND id = ${id}`;
  }

  /** Keeps a forecast, unless the mapping that it was made for has been replaced meanwhile. */
  async setPlan(
    { id, kind, columns }: Pick<ImportRow, 'id' | 'kind' | 'columns'>,
    plan: ImportAccountRow,
  ): Promise<void> {
    await this.#tx.sql`
      UPDATE programs.import SET plan = ${JSON.stringify(plan)}
      WHERE company_id = ${this.#tx.companyId} AND id = ${id} AND kind = ${kind}
        AND columns = ${JSON.stringify(columns)}::jsonb`;
  }

  /** Moves the checkpoint: what the transaction stored is from now on behind it. */
  async advance(id: string, done: ImportAccountRow, bytesRead: number): Promise<void> {
    await this.#tx.sql`
      UPDATE programs.import SET rows_read = rows_read + ${done.read}::int, rows_created = rows_created + ${done.created}::int,
        rows_updated = rows_updated + ${done.updated}::int, rows_unchanged = rows_unchanged + ${done.unchanged}::int,
        rows_rejected = rows_rejected + ${done.rejected}::int, bytes_read = ${bytesRead}::bigint
      WHERE company_id = ${this.#tx.companyId} AND id = ${id}`;
  }

  async addIssues(importId: string, issues: readonly RowIssue[]): Promise<void> {
    if (issues.length === 0) return;
    const ordinals = new Map<number, number>();
    const ordinalOf = (line: number): number => {
      const next = (ordinals.get(line) ?? 0) + 1;
      ordinals.set(line, next);
      return next;
    };
    await this.#tx.sql`
      INSERT INTO programs.import_issue (company_id, import_id, line, ordinal, "column", value, level, code, remedy)
      SELECT ${this.#tx.companyId}, ${importId}, * FROM unnest(
        ${issues.map((issue) => issue.line)}::int[], ${issues.map((issue) => ordinalOf(issue.line))}::int[],
        ${issues.map((issue) => issue.column)}::text[], ${issues.map((issue) => storable(issue.value))}::text[],
        ${issues.map((issue) => issue.level.toUpperCase())}::text[], ${issues.map((issue) => issue.code)}::text[],
        ${issues.map((issue) => issue.remedy)}::text[])
      ON CONFLICT DO NOTHING`;
  }

  async addRejects(importId: string, rejects: readonly RejectedRow[]): Promise<void> {
    if (rejects.length === 0) return;
    await this.#tx.sql`
      INSERT INTO programs.import_reject (company_id, import_id, line, text)
      SELECT ${this.#tx.companyId}, ${importId}, * FROM unnest(${rejects.map(({ line }) => line)}::int[],
        ${rejects.map(({ text }) => storable(text))}::text[])
      ON CONFLICT DO NOTHING`;
  }

  /** The same page of every import's issues, in one statement. */
  issuesOf(
    importIds: readonly string[],
    page: Page<readonly string[] & { length: 2 }>,
  ): Promise<(ImportIssueRow & { readonly importId: string })[]> {
    const [line, ordinal] = page.after ?? [null, null];
    return this.#tx.sql<ImportIssueRow & { readonly importId: string }>`
      SELECT i.import_id AS "importId", i.line, i.ordinal, i."column", i.value, i.level, i.code, i.remedy
      FROM unnest(${importIds}::uuid[]) AS parent (id) CROSS JOIN LATERAL (
        SELECT * FROM programs.import_issue WHERE company_id = ${this.#tx.companyId} AND import_id = parent.id
          AND (${line}::int IS NULL OR (line, ordinal) > (${line}::int, ${ordinal}::int))
        ORDER BY line, ordinal LIMIT ${page.size + 1}) i
      ORDER BY i.line, i.ordinal`;
  }

  countIssuesOf(importIds: readonly string[]): Promise<{ id: string; count: number }[]> {
    return this.#tx.sql<{ id: string; count: number }>`
      SELECT parent.id, (SELECT count(*) FROM programs.import_issue
        WHERE company_id = ${this.#tx.companyId} AND import_id = parent.id) AS count
      FROM unnest(${importIds}::uuid[]) AS parent (id)`;
  }

  rejects(importId: string, afterLine: number, limit: number): Promise<RejectedRow[]> {
    return this.#tx.sql<RejectedRow>`
      SELECT line, text FROM programs.import_reject
      WHERE company_id = ${this.#tx.companyId} AND import_id = ${importId} AND line > ${afterLine} ORDER BY line LIMIT ${limit}`;
  }
}

/** Postgres text holds every character but NUL. */
function storable(text: string): string {
  return text.replaceAll('\0', '\uFFFD');
}
