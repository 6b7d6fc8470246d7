import type { Page } from '@teei/runtime/connection';
import { newId } from '@teei/runtime/id';
import type { TenantTransaction } from '@teei/runtime/tenant-transaction';
import type { ImportAccountRow } from '../rows/import.ts';
import type { ProviderRunRow } from '../rows/learning.ts';

type Key = readonly string[] & { length: 1 };

/** Pulls of one company's connections. */
export class ProviderRunStore {
  readonly #tx: TenantTransaction;

  constructor(tx: TenantTransaction) {
    this.#tx = tx;
  }

  byIds(ids: readonly string[]): Promise<ProviderRunRow[]> {
    return this.#tx.sql<ProviderRunRow>`
      SELECT id, connection_id AS "connectionId", status, pages, records_read AS "recordsRead", records_created AS "recordsCreated",
        records_updated AS "recordsUpdated", records_unchanged AS "recordsUnchanged", records_rejected AS "recordsRejected",
        error_code AS "errorCode", started_at AS "startedAt", finished_at AS "finishedAt"
      FROM programs.provider_run WHERE company_id = ${this.#tx.companyId} AND id = ANY (${ids}::uuid[])`;
  }

  /** The same page of every connection, newest first, in one statement. */
  pagesOf(connectionIds: readonly string[], page: Page<Key>): Promise<ProviderRunRow[]> {
    const [id] = page.after ?? [null];
    return this.#tx.sql<ProviderRunRow>`
      SELECT r.id, r.connection_id AS "connectionId", r.status, r.pages, r.records_read AS "recordsRead",
        r.records_created AS "recordsCreated", r.records_updated AS "recordsUpdated", r.records_unchanged AS "recordsUnchanged",
        r.records_rejected AS "recordsRejected", r.error_code AS "errorCode", r.started_at AS "startedAt",
        r.finished_at AS "finishedAt"
      FROM unnest(${connectionIds}::uuid[]) AS parent (id) CROSS JOIN LATERAL (
        SELECT * FROM programs.provider_run WHERE company_id = ${this.#tx.companyId} AND connection_id = parent.id
          AND (${id}::uuid IS NULL OR id < ${id}::uuid) ORDER BY id DESC LIMIT ${page.size + 1}
      ) r ORDER BY r.id DESC`;
  }

  countsOf(connectionIds: readonly string[]): Promise<{ id: string; count: number }[]> {
    return this.#tx.sql<{ id: string; count: number }>`
      SELECT parent.id, (SELECT count(*) FROM programs.provider_run
        WHERE company_id = ${this.#tx.companyId} AND connection_id = parent.id) AS count
      FROM unnest(${connectionIds}::uuid[]) AS parent (id)`;
  }

  /** The run that is under way, which a killed worker may have left; a new one otherwise. */
  async resumeOrStart(connectionId: string): Promise<string> {
    const [running] = await this.#tx.sql<{ id: string }>`
      SELECT id FROM programs.provider_run
      WHERE company_id = ${this.#tx.companyId} AND connection_id = ${connectionId} AND status = 'RUNNING' ORDER BY id DESC LIMIT 1`;
    if (running) return running.id;
    const id = newId();
    await this.#tx.sql`
      INSERT INTO programs.provider_run (id, company_id, connection_id, status)
      VALUES (${id}, ${this.#tx.companyId}, ${connectionId}, 'RUNNING')`;
    return id;
  }

  async addPage(id: string, { read, created, updated, unchanged, rejected }: ImportAccountRow): Promise<void> {
    await this.#tx.sql`
      UPDATE programs.provider_run SET pages = pages + 1, records_read = records_read + ${read},
        records_created = records_created + ${created}, records_updated = records_updated + ${updated},
        records_unchanged = records_unchanged + ${unchanged}, records_rejected = records_rejected + ${rejected}
      WHERE company_id = ${this.#tx.companyId} AND id = ${id}`;
  }

  async end(id: string, status: 'COMPLETED' | 'FAILED', errorCode: string | null): Promise<void> {
    await this.#tx.sql`
      UPDATE programs.provider_run SET status = ${status}, error_code = ${errorCode}, finished_at = now()
      WHERE company_id = ${this.#tx.companyId} AND id = ${id}`;
  }
}
