import type { Page } from '@teei/runtime/connection';
import { newId } from '@teei/runtime/id';
import type { TenantTransaction } from '@teei/runtime/tenant-transaction';
import type { ProgrammeRow } from '../rows/programme.ts';

/** Programmes of one company. */
export class ProgrammeStore {
  readonly #tx: TenantTransaction;

  constructor(tx: TenantTransaction) {
    this.#tx = tx;
  }

  byIds(ids: readonly string[]): Promise<ProgrammeRow[]> {
    return this.#tx.sql<ProgrammeRow>`
      SELECT id, name, kind, starts_on AS "startsOn" FROM programs.programme
      WHERE company_id = ${this.#tx.companyId} AND id = ANY (${ids}::uuid[])`;
  }

  page(page: Page<readonly string[] & { length: 1 }>): Promise<ProgrammeRow[]> {
    const [id] = page.after ?? [null];
    return this.#tx.sql<ProgrammeRow>`
      SELECT id, name, kind, starts_on AS "startsOn" FROM programs.programme
      WHERE company_id = ${this.#tx.companyId} AND (${id}::uuid IS NULL OR id > ${id}::uuid) ORDER BY id LIMIT ${page.size + 1}`;
  }

  async count(): Promise<number> {
    const [row] = await this.#tx.sql<{ count: number }>`
      SELECT count(*) FROM programs.programme WHERE company_id = ${this.#tx.companyId}`;
    return row?.count ?? 0;
  }

  /** The company's programme of this kind and name; made when there is none. */
  async ensure(kind: ProgrammeRow['kind'], name: string): Promise<string> {
    await this.#tx.sql`
      INSERT INTO programs.programme (id, company_id, name, kind) VALUES (${newId()}, ${this.#tx.companyId}, ${name}, ${kind})
      ON CONFLICT DO NOTHING`;
    const [row] = await this.#tx.sql<{ id: string }>`
      SELECT id FROM programs.programme WHERE company_id = ${this.#tx.companyId} AND kind = ${kind} AND name = ${name}`;
    if (!row) throw new Error('a programme that was just made is gone');
    return row.id;
  }
}
