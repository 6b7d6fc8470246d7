import type { TenantTransaction } from '@teei/runtime/tenant-transaction';
import type { RemoteSettingRow } from '../rows/remote-model.ts';

/** What one company chose beyond the local model. */
export class RemoteSettingStore {
  readonly #tx: TenantTransaction;

  constructor(tx: TenantTransaction) {
    this.#tx = tx;
  }

  /** Whoever changes it waits for whoever is changing it. */
  async lock(): Promise<void> {
    await this.#tx
      .sql`SELECT pg_advisory_xact_lock(hashtextextended(concat('remote-setting/', ${this.#tx.companyId}::text), 0))`;
  }

  /** Null where the company never chose anything. */
  async find(): Promise<RemoteSettingRow | null> {
    const [row] = await this.#tx.sql<RemoteSettingRow>`
      SELECT revision, models, limit_micros AS "limitMicros", at_limit AS "atLimit", cheaper_model AS "cheaperModel",
        cheaper_micros AS "cheaperMicros", changed_at AS "changedAt"
      FROM outcomes.remote_setting WHERE company_id = ${this.#tx.companyId}`;
    return row ?? null;
  }

  async put(setting: Omit<RemoteSettingRow, 'revision' | 'changedAt'>, actor: string): Promise<void> {
    const { models, limitMicros, atLimit, cheaperModel, cheaperMicros } = setting;
    await this.#tx.sql`
      INSERT INTO outcomes.remote_setting (company_id, revision, models, limit_micros, at_limit, cheaper_model, cheaper_micros, changed_by)
      VALUES (${this.#tx.companyId}, 1, ${models}::text[], ${limitMicros}::bigint, ${atLimit}, ${cheaperModel}, ${cheaperMicros}::bigint, ${actor})
      ON CONFLICT (company_id) DO UPDATE SET revision = remote_setting.revision + 1, models = excluded.models,
        limit_micros = excluded.limit_micros, at_limit = excluded.at_limit, cheaper_model = excluded.cheaper_model,
        cheaper_micros = excluded.cheaper_micros, changed_by = excluded.changed_by, changed_at = now()`;
  }
}
