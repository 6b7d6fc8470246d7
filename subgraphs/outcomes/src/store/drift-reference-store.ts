import { newId } from '@teei/runtime/id';
import type { TenantTransaction } from '@teei/runtime/tenant-transaction';
import type { DriftReferenceRow } from '../rows/model.ts';

/** The windows that one company's drift is measured against. They only grow. */
export class DriftReferenceStore {
  readonly #tx: TenantTransaction;

  constructor(tx: TenantTransaction) {
    this.#tx = tx;
  }

  /** The newest that has begun on a day (yyyy-mm-dd); null where none was ever named. */
  async on(day: string): Promise<DriftReferenceRow | null> {
    const [row] = await this.#tx.sql<DriftReferenceRow>`
      SELECT name, to_char(from_day, 'YYYY-MM-DD') AS "from", to_char(until_day, 'YYYY-MM-DD') AS until FROM outcomes.drift_reference
      WHERE company_id = ${this.#tx.companyId} AND from_day <= ${day}::date ORDER BY set_at DESC, id DESC LIMIT 1`;
    return row ?? null;
  }

  async add({ name, from, until }: DriftReferenceRow, actor: string): Promise<void> {
    await this.#tx.sql`
      INSERT INTO outcomes.drift_reference (id, company_id, name, from_day, until_day, actor)
      VALUES (${newId()}, ${this.#tx.companyId}, ${name}, ${from}::date, ${until}::date, ${actor})`;
  }
}
