import type { Page } from '@teei/runtime/connection';
import type { TenantTransaction } from '@teei/runtime/tenant-transaction';
import type { ChainEnd, ChainedLine } from '../domain/audit-chain.ts';
import type { AuditEntryRow, AuditFilter } from '../rows.ts';

/** The audit log of one company, newest first. The database lets this subgraph add lines, never change or delete one. */
export class AuditStore {
  readonly #tx: TenantTransaction;

  constructor(tx: TenantTransaction) {
    this.#tx = tx;
  }

  byIds(ids: readonly string[]): Promise<AuditEntryRow[]> {
    return this.#tx.sql<AuditEntryRow>`
      SELECT id, position, action, actor, target, detail, occurred_at AS "occurredAt", previous_hash AS "previousHash", hash
      FROM privacy.audit_entry WHERE company_id = ${this.#tx.companyId} AND id = ANY (${ids}::uuid[])`;
  }

  async page(
    { size, after }: Page<readonly string[] & { length: 1 }>,
    filter: AuditFilter = everything,
  ): Promise<AuditEntryRow[]> {
    const { rows } = await this.#tx.query({
      text: `
        SELECT id, position, action, actor, target, detail, occurred_at AS "occurredAt", previous_hash AS "previousHash", hash
        FROM privacy.audit_entry WHERE ${fits} AND ($7::bigint IS NULL OR position < $7::bigint)
        ORDER BY position DESC LIMIT $8`,
      values: [...this.#valuesOf(filter), after?.[0] ?? null, size + 1],
    });
    return rows;
  }

  async count(filter: AuditFilter = everything): Promise<number> {
    const { rows } = await this.#tx.query({
      text: `SELECT count(*) FROM privacy.audit_entry WHERE ${fits}`,
      values: this.#valuesOf(filter),
    });
    return Number(rows[0]?.count ?? 0);
  }

  /** Each action once, from one end of the index to the next: what a log of millions of lines holds is a few dozen. */
  async actions(): Promise<string[]> {
    const rows = await this.#tx.sql<{ action: string }>`
      WITH RECURSIVE known AS (
        (SELECT action FROM privacy.audit_entry WHERE company_id = ${this.#tx.companyId} ORDER BY action LIMIT 1)
        UNION ALL
        SELECT (SELECT e.action FROM privacy.audit_entry e
          WHERE e.company_id = ${this.#tx.companyId} AND e.action > known.action ORDER BY e.action LIMIT 1)
        FROM known WHERE known.action IS NOT NULL
      ) SELECT action FROM known WHERE action IS NOT NULL`;
    return rows.map(({ action }) => action);
  }

  #valuesOf({ action, actor, target, from, to }: AuditFilter): unknown[] {
    return [this.#tx.companyId, action, actor, target, from?.toISOString() ?? null, to?.toISOString() ?? null];
  }

  /** The end of the chain as it stands; undefined before the first line. */
  async end(): Promise<ChainEnd | undefined> {
    const [end] = await this.#tx.sql<ChainEnd>`
      SELECT position, hash FROM privacy.audit_head WHERE company_id = ${this.#tx.companyId}`;
    return end;
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

/**
 * The conditions of a filter, over the first six values. The statement has no name, so that it is planned with its values and
 * each kind of filter finds its own index.
 */
const fits = `company_id = $1
  AND ($2::text IS NULL OR action = $2::text OR starts_with(action, $2::text || '.'))
  AND ($3::text IS NULL OR actor = $3::text) AND ($4::text IS NULL OR target = $4::text)
  AND ($5::timestamptz IS NULL OR occurred_at >= $5::timestamptz) AND ($6::timestamptz IS NULL OR occurred_at < $6::timestamptz)`;

const everything: AuditFilter = { action: null, actor: null, target: null, from: null, to: null };
