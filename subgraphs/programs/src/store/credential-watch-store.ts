import type { TenantTransaction } from '@teei/runtime/tenant-transaction';

/** When a company's credentials are looked at next. */
export class CredentialWatchStore {
  readonly #tx: TenantTransaction;

  constructor(tx: TenantTransaction) {
    this.#tx = tx;
  }

  /** Plans a look unless one is planned that comes no later. Resolves to the turn when it was planned. */
  async plan(at: Date): Promise<number | undefined> {
    const [row] = await this.#tx.sql<{ turn: number }>`
      INSERT INTO programs.credential_watch AS w (company_id, turn, due_at) VALUES (${this.#tx.companyId}, 1, ${at})
      ON CONFLICT (company_id) DO UPDATE SET turn = w.turn + 1, due_at = EXCLUDED.due_at
        WHERE w.due_at > EXCLUDED.due_at OR w.due_at < now() - interval '1 hour'
      RETURNING turn`;
    return row?.turn;
  }

  /** Takes the turn, so that the next look can be planned; false when another took it. */
  async isTurn(turn: number): Promise<boolean> {
    const rows = await this.#tx.sql`
      SELECT FROM programs.credential_watch WHERE company_id = ${this.#tx.companyId} AND turn = ${turn} FOR UPDATE`;
    return rows.length > 0;
  }

  async end(turn: number): Promise<void> {
    await this.#tx
      .sql`DELETE FROM programs.credential_watch WHERE company_id = ${this.#tx.companyId} AND turn = ${turn}`;
  }
}
