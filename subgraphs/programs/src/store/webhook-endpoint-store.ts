import { newId } from '@teei/runtime/id';
import type { PageById } from '@teei/runtime/newest-first';
import type { TenantTransaction } from '@teei/runtime/tenant-transaction';
import type { WebhookEndpointRow, WebhookSecretRow } from '../rows/webhook.ts';

export interface NewSecret {
  readonly id: string;
  readonly endpointId: string;
  readonly sealed: string;
  readonly prefix: string;
}

/** Where partner systems send to one company, and the secrets they sign with. */
export class WebhookEndpointStore {
  readonly #tx: TenantTransaction;

  constructor(tx: TenantTransaction) {
    this.#tx = tx;
  }

  byIds(ids: readonly string[]): Promise<WebhookEndpointRow[]> {
    return this.#tx.sql<WebhookEndpointRow>`
      SELECT id, name, source, signature, sender_company_id AS "senderCompanyId", created_at AS "createdAt", disabled_at AS "disabledAt"
      FROM programs.webhook_endpoint WHERE company_id = ${this.#tx.companyId} AND id = ANY (${ids}::uuid[])`;
  }

  page(page: PageById): Promise<WebhookEndpointRow[]> {
    const [id] = page.after ?? [null];
    return this.#tx.sql<WebhookEndpointRow>`
      SELECT id, name, source, signature, sender_company_id AS "senderCompanyId", created_at AS "createdAt", disabled_at AS "disabledAt"
      FROM programs.webhook_endpoint WHERE company_id = ${this.#tx.companyId} AND (${id}::uuid IS NULL OR id < ${id}::uuid)
      ORDER BY id DESC LIMIT ${page.size + 1}`;
  }

  async count(): Promise<number> {
    const [row] = await this.#tx.sql<{ count: number }>`
      SELECT count(*) FROM programs.webhook_endpoint WHERE company_id = ${this.#tx.companyId}`;
    return row?.count ?? 0;
  }

  /** Locks the endpoint for the rest of the transaction. */
  async lock(id: string): Promise<WebhookEndpointRow | undefined> {
    await this.#tx
      .sql`SELECT 1 FROM programs.webhook_endpoint WHERE company_id = ${this.#tx.companyId} AND id = ${id} FOR NO KEY UPDATE`;
    return (await this.byIds([id]))[0];
  }

  async insert(made: Omit<WebhookEndpointRow, 'id' | 'createdAt' | 'disabledAt'>, createdBy: string): Promise<string> {
    const id = newId();
    await this.#tx.sql`
      INSERT INTO programs.webhook_endpoint (id, company_id, name, source, signature, sender_company_id, created_by)
      VALUES (${id}, ${this.#tx.companyId}, ${made.name}, ${made.source}, ${made.signature}, ${made.senderCompanyId}, ${createdBy})`;
    return id;
  }

  async setDisabled(id: string, disabled: boolean): Promise<void> {
    await this.#tx.sql`
      UPDATE programs.webhook_endpoint SET disabled_at = CASE WHEN ${disabled} THEN now() END
      WHERE company_id = ${this.#tx.companyId} AND id = ${id}`;
  }

  async addSecret({ id, endpointId, sealed, prefix }: NewSecret): Promise<void> {
    await this.#tx.sql`
      INSERT INTO programs.webhook_secret (id, company_id, endpoint_id, sealed, prefix)
      VALUES (${id}, ${this.#tx.companyId}, ${endpointId}, ${sealed}, ${prefix})`;
  }

  /** Lets the secrets that are valid now end in so many hours, and none later than it would have. */
  async expireSecrets(endpointId: string, hours: number): Promise<void> {
    await this.#tx.sql`
      UPDATE programs.webhook_secret SET expires_at = least(expires_at, now() + make_interval(hours => ${hours}::int))
      WHERE company_id = ${this.#tx.companyId} AND endpoint_id = ${endpointId} AND (expires_at IS NULL OR expires_at > now())`;
  }

  /** Those that are valid now, newest first. */
  secretsOf(endpointIds: readonly string[]): Promise<WebhookSecretRow[]> {
    return this.#tx.sql<WebhookSecretRow>`
      SELECT id, endpoint_id AS "endpointId", prefix, created_at AS "createdAt", expires_at AS "expiresAt"
      FROM programs.webhook_secret
      WHERE company_id = ${this.#tx.companyId} AND endpoint_id = ANY (${endpointIds}::uuid[]) AND (expires_at IS NULL OR expires_at > now())
      ORDER BY id DESC`;
  }

  async newestSealed(endpointId: string): Promise<{ readonly id: string; readonly sealed: string } | undefined> {
    const [row] = await this.#tx.sql<{ id: string; sealed: string }>`
      SELECT id, sealed FROM programs.webhook_secret
      WHERE company_id = ${this.#tx.companyId} AND endpoint_id = ${endpointId} AND (expires_at IS NULL OR expires_at > now())
      ORDER BY id DESC LIMIT 1`;
    return row;
  }
}
