import { newId } from '@teei/runtime/id';
import type { TenantTransaction } from '@teei/runtime/tenant-transaction';
import type { SroiProxyRow } from '../rows/social-return.ts';

export interface ProxyToStore {
  /** Null for a new one. */
  readonly id: string | null;
  readonly name: string;
  readonly value: number;
  readonly currency: string;
  readonly year: number;
  readonly source: string;
  readonly archived: boolean;
  /** `actorOf(viewer)`. */
  readonly changedBy: string;
}

/** One company's register of financial proxies. */
export class SroiProxyStore {
  readonly #tx: TenantTransaction;

  constructor(tx: TenantTransaction) {
    this.#tx = tx;
  }

  all(): Promise<SroiProxyRow[]> {
    return this.#tx.sql<SroiProxyRow>`
      SELECT id, revision, name, value, currency, year, source, archived, changed_at AS "changedAt" FROM outcomes.sroi_proxy
      WHERE company_id = ${this.#tx.companyId} ORDER BY archived, name, id LIMIT 500`;
  }

  byIds(ids: readonly string[]): Promise<SroiProxyRow[]> {
    return this.#tx.sql<SroiProxyRow>`
      SELECT id, revision, name, value, currency, year, source, archived, changed_at AS "changedAt" FROM outcomes.sroi_proxy
      WHERE company_id = ${this.#tx.companyId} AND id = ANY (${ids}::uuid[])`;
  }

  async locked(id: string): Promise<SroiProxyRow | undefined> {
    const [row] = await this.#tx.sql<SroiProxyRow>`
      SELECT id, revision, name, value, currency, year, source, archived, changed_at AS "changedAt" FROM outcomes.sroi_proxy
      WHERE company_id = ${this.#tx.companyId} AND id = ${id}::uuid FOR UPDATE`;
    return row;
  }

  /** Stores a proxy under its next revision and resolves to it. */
  async put({ id, name, value, currency, year, source, archived, changedBy }: ProxyToStore): Promise<SroiProxyRow> {
    const [row] = await this.#tx.sql<SroiProxyRow>`
      WITH stored AS (
        INSERT INTO outcomes.sroi_proxy AS p (id, company_id, name, value, currency, year, source, archived, changed_by)
        VALUES (${id ?? newId()}, ${this.#tx.companyId}, ${name}, ${value}, ${currency}, ${year}, ${source}, ${archived}, ${changedBy})
        ON CONFLICT (company_id, id) DO UPDATE SET revision = p.revision + 1, name = excluded.name, value = excluded.value,
          currency = excluded.currency, year = excluded.year, source = excluded.source, archived = excluded.archived,
          changed_by = excluded.changed_by, changed_at = now()
        RETURNING *
      ), noted AS (
        INSERT INTO outcomes.sroi_proxy_revision (company_id, proxy_id, revision, name, value, currency, year, source, archived, changed_by, changed_at)
        SELECT company_id, id, revision, name, value, currency, year, source, archived, changed_by, changed_at FROM stored
      )
      SELECT id, revision, name, value, currency, year, source, archived, changed_at AS "changedAt" FROM stored`;
    if (!row) throw new Error('a proxy that was stored is not there');
    return row;
  }
}
