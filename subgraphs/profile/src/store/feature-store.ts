import { type Feature, isFeature, type Rollout } from '@teei/runtime/features';
import type { TenantTransaction } from '@teei/runtime/tenant-transaction';

export interface SetFeature {
  readonly feature: string;
  readonly percentage: number;
  /** `actorOf(viewer)`. */
  readonly changedBy: string;
  readonly changedAt: Date;
}

/** What one company has said of its features. */
export class FeatureStore {
  readonly #tx: TenantTransaction;

  constructor(tx: TenantTransaction) {
    this.#tx = tx;
  }

  all(): Promise<SetFeature[]> {
    return this.#tx.sql<SetFeature>`
      SELECT feature, percentage, changed_by AS "changedBy", changed_at AS "changedAt"
      FROM profile.company_feature WHERE company_id = ${this.#tx.companyId}`;
  }

  async rollout(): Promise<Rollout> {
    const set = await this.all();
    return new Map(
      set.flatMap(({ feature, percentage }) => (isFeature(feature) ? [[feature, percentage] as const] : [])),
    );
  }

  async set(feature: Feature, percentage: number, changedBy: string): Promise<void> {
    await this.#tx.sql`
      INSERT INTO profile.company_feature (company_id, feature, percentage, changed_by)
      VALUES (${this.#tx.companyId}, ${feature}, ${percentage}, ${changedBy})
      ON CONFLICT (company_id, feature) DO UPDATE SET percentage = excluded.percentage, changed_by = excluded.changed_by,
        changed_at = now()`;
  }

  async memberIds(): Promise<string[]> {
    const rows = await this.#tx.sql<{ id: string }>`
      SELECT id FROM profile.member WHERE company_id = ${this.#tx.companyId}`;
    return rows.map(({ id }) => id);
  }
}
