import type { Page } from '@teei/runtime/connection';
import type { TenantTransaction } from '@teei/runtime/tenant-transaction';
import type { ChainEnd, ChainedLine } from '../domain/audit-chain.ts';
import type { AuditEntryRow } from '../rows.ts';

/** The audit log of one company, newest first. The database lets this subgraph add lines, never change or delete one. */
export class AuditStore {
  readonly #tx: TenantTransaction;

  constructor(tx: TenantTransaction) {
    this.#tx = tx;
  }

  byIds(ids: readonly string[]): Promise<AuditEntryRow[]> {
    return this.#tx.sql<AuditEntryRow>`
      SELECT id, position, action, actor, target, occurred_at AS "occurredAt", hash
      FROM privacy.audit_entry WHERE company_id = ${this.#tx.companyId} AND id = ANY (${ids}::uuid[])`;
  }

  page({ size, after }: Page<readonly string[] & { length: 1 }>): Promise<AuditEntryRow[]> {
    const [position] = after ?? [null];
    return this.#tx.sql<AuditEntryRow>`
      SELECT id, position, action, actor, target, occurred_at AS "occurredAt", hash
      FROM privacy.audit_entry
      WHERE company_id = ${this.#tx.companyId} AND (${position}::bigint IS NULL OR position < ${position}::bigint)
      ORDER BY position DESC LIMIT ${size + 1}`;
  }

  async count(): Promise<number> {
    const [row] = await this.#tx.sql<{ count: number }>`
      SELECT count(*) FROM privacy.audit_entry WHERE company_id = ${this.#tx.companyId}`;
    return row?.count ?? 0;
  }

  /** The end of the chain, or `start` of a new one. Until this transaction ends nobody else can add a line, so the chain never forks. */
  async lockEnd(start: ChainEnd): Promise<ChainEnd> {
    await this.#tx.sql`
      INSERT INTO privacy.audit_head (company_id, position, hash)
      VALUES (${this.#tx.companyId}, ${start.position}, ${start.hash}) ON CONFLICT DO NOTHING`;
    const [end] = await this.#tx.sql<ChainEnd>`
      SELECT position, hash FROM privacy.audit_head WHERE company_id = ${this.#tx.companyId} FOR UPDATE`;
    return end ?? start;
  }

  /** Only under `lockEnd`. */
  async append(lines: readonly ChainedLine[]): Promise<void> {
    const end = lines.at(-1);
    if (!end) return;
    await this.#tx.sql`
      INSERT INTO privacy.audit_entry (company_id, id, position, action, actor, target, detail, occurred_at, previous_hash, hash)
      SELECT ${this.#tx.companyId}, * FROM unnest(
        ${lines.map((line) => line.id)}::uuid[], ${lines.map((line) => line.position)}::bigint[],
        ${lines.map((line) => line.action)}::text[], ${lines.map((line) => line.actor)}::text[],
        ${lines.map((line) => line.target)}::text[], ${lines.map((line) => JSON.stringify(line.detail))}::jsonb[],
        ${lines.map((line) => line.occurredAt.toISOString())}::timestamptz[],
        ${lines.map((line) => line.previousHash)}::text[], ${lines.map((line) => line.hash)}::text[])`;
    await this.#tx.sql`
      UPDATE privacy.audit_head SET position = ${end.position}, hash = ${end.hash} WHERE company_id = ${this.#tx.companyId}`;
  }

  /** Whole lines in the order of the chain, behind a position. */
  linesAfter(position: number, limit: number): Promise<ChainedLine[]> {
    return this.#tx.sql<ChainedLine>`
      SELECT company_id AS "companyId", id, position, action, actor, target, detail, occurred_at AS "occurredAt",
        previous_hash AS "previousHash", hash
      FROM privacy.audit_entry WHERE company_id = ${this.#tx.companyId} AND position > ${position}
      ORDER BY position LIMIT ${limit}`;
  }
}
