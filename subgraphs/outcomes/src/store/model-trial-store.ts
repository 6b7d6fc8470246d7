import { newId } from '@teei/runtime/id';
import type { TenantTransaction } from '@teei/runtime/tenant-transaction';
import type { PromotionCheck } from '../domain/registry/promotion-checks.ts';
import type { ModelTrialRow } from '../rows/model.ts';

/** What was found of versions on trial in one company. It only grows. */
export class ModelTrialStore {
  readonly #tx: TenantTransaction;

  constructor(tx: TenantTransaction) {
    this.#tx = tx;
  }

  newest(count: number): Promise<ModelTrialRow[]> {
    return this.#tx.sql<ModelTrialRow>`
      SELECT id, version, since, verdict, reason, judged_at AS "judgedAt" FROM outcomes.model_trial
      WHERE company_id = ${this.#tx.companyId} ORDER BY judged_at DESC, id LIMIT ${count}`;
  }

  async add({ version, since, verdict, reason, checks }: NewTrial): Promise<void> {
    await this.#tx.sql`
      INSERT INTO outcomes.model_trial (id, company_id, version, since, verdict, reason, checks)
      VALUES (${newId()}, ${this.#tx.companyId}, ${version}, ${since}, ${verdict}, ${reason}, ${JSON.stringify(checks)}::jsonb)`;
  }
}

interface NewTrial extends Omit<ModelTrialRow, 'id' | 'judgedAt'> {
  readonly checks: readonly PromotionCheck[];
}
