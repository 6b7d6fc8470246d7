import type { Page } from '@teei/runtime/connection';
import type { TenantTransaction } from '@teei/runtime/tenant-transaction';
import type { ProviderLinkRow } from '../rows/learning.ts';

type Key = readonly string[] & { length: 1 };

export type NewProviderLink = Pick<
  ProviderLinkRow,
  'id' | 'provider' | 'name' | 'baseUrl' | 'settings' | 'secret' | 'intervalMinutes'
>;

/** Connections of one company to learning providers. Secrets in it are sealed. */
export class ProviderLinkStore {
  readonly #tx: TenantTransaction;

  constructor(tx: TenantTransaction) {
    this.#tx = tx;
  }

  byIds(ids: readonly string[]): Promise<ProviderLinkRow[]> {
    return this.#tx.sql<ProviderLinkRow>`
      SELECT id, provider, name, base_url AS "baseUrl", settings, secret, status, cursor, interval_minutes AS "intervalMinutes",
        turn, next_run_at AS "nextRunAt", failures, created_at AS "createdAt"
      FROM programs.provider_connection WHERE company_id = ${this.#tx.companyId} AND id = ANY (${ids}::uuid[])`;
  }

  page(page: Page<Key>): Promise<ProviderLinkRow[]> {
    const [id] = page.after ?? [null];
    return this.#tx.sql<ProviderLinkRow>`
      SELECT id, provider, name, base_url AS "baseUrl", settings, secret, status, cursor, interval_minutes AS "intervalMinutes",
        turn, next_run_at AS "nextRunAt", failures, created_at AS "createdAt"
      FROM programs.provider_connection
      WHERE company_id = ${this.#tx.companyId} AND (${id}::uuid IS NULL OR id < ${id}::uuid)
      ORDER BY id DESC LIMIT ${page.size + 1}`;
  }

  async count(): Promise<number> {
    const [row] = await this.#tx.sql<{ count: number }>`
      SELECT count(*) FROM programs.provider_connection WHERE company_id = ${this.#tx.companyId}`;
    return row?.count ?? 0;
  }

  async lock(id: string): Promise<ProviderLinkRow | undefined> {
    const [row] = await this.#tx.sql<ProviderLinkRow>`
      SELECT id, provider, name, base_url AS "baseUrl", settings, secret, status, cursor, interval_minutes AS "intervalMinutes",
        turn, next_run_at AS "nextRunAt", failures, created_at AS "createdAt"
      FROM programs.provider_connection WHERE company_id = ${this.#tx.companyId} AND id = ${id} FOR UPDATE`;
    return row;
  }

  async insert(link: NewProviderLink, createdBy: string): Promise<void> {
    await this.#tx.sql`
      INSERT INTO programs.provider_connection (id, company_id, provider, name, base_url, settings, secret, interval_minutes, created_by)
      VALUES (${link.id}, ${this.#tx.companyId}, ${link.provider}, ${link.name}, ${link.baseUrl}, ${JSON.stringify(link.settings)},
        ${link.secret}, ${link.intervalMinutes}, ${createdBy})`;
  }

  async change(link: Omit<NewProviderLink, 'provider'>): Promise<void> {
    await this.#tx.sql`
      UPDATE programs.provider_connection SET name = ${link.name}, base_url = ${link.baseUrl},
        settings = ${JSON.stringify(link.settings)}, secret = ${link.secret}, interval_minutes = ${link.intervalMinutes}
      WHERE company_id = ${this.#tx.companyId} AND id = ${link.id}`;
  }

  /** Plans the next pull; what was planned before is void. Resolves to the turn. */
  async plan(id: string, at: Date, failures: number): Promise<number> {
    const [row] = await this.#tx.sql<{ turn: number }>`
      UPDATE programs.provider_connection SET status = 'ACTIVE', turn = turn + 1, next_run_at = ${at}, failures = ${failures}
      WHERE company_id = ${this.#tx.companyId} AND id = ${id} RETURNING turn`;
    if (!row) throw new Error('a connection that is locked is gone');
    return row.turn;
  }

  async disable(id: string): Promise<void> {
    await this.#tx.sql`
      UPDATE programs.provider_connection SET status = 'DISABLED', turn = turn + 1, next_run_at = NULL
      WHERE company_id = ${this.#tx.companyId} AND id = ${id}`;
  }

  async moveCursor(id: string, cursor: string | null): Promise<void> {
    await this.#tx.sql`
      UPDATE programs.provider_connection SET cursor = ${cursor} WHERE company_id = ${this.#tx.companyId} AND id = ${id}`;
  }
}
