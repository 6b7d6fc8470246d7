import { newId } from '@teei/runtime/id';
import type { TenantTransaction } from '@teei/runtime/tenant-transaction';
import type { ModelVersion, SomeThresholds } from '../domain/registry/model-version.ts';
import type { ModelActRow, ModelOverrideRow, StoredVersionRow } from '../rows/model.ts';

/** The versions of one company, what was decided about them, and the thresholds it has of its own. All of it only grows. */
export class ModelRegistryStore {
  readonly #tx: TenantTransaction;

  constructor(tx: TenantTransaction) {
    this.#tx = tx;
  }

  /** Whoever decides waits for whoever is deciding. */
  async lock(): Promise<void> {
    await this.#tx
      .sql`SELECT pg_advisory_xact_lock(hashtextextended(concat('model-registry/', ${this.#tx.companyId}::text), 0))`;
  }

  versions(): Promise<StoredVersionRow[]> {
    return this.#tx.sql<StoredVersionRow>`
      SELECT version, model, sha256, parts, thresholds, origin, note, promotion, made_at AS "madeAt" FROM outcomes.model_version
      WHERE company_id = ${this.#tx.companyId} ORDER BY made_at, version`;
  }

  /** In the order in which they were made. */
  acts(): Promise<ModelActRow[]> {
    return this.#tx.sql<ModelActRow>`
      SELECT id, act, version, share, effective_from AS "effectiveFrom", made_at AS "madeAt" FROM outcomes.model_act
      WHERE company_id = ${this.#tx.companyId} ORDER BY made_at, id`;
  }

  async override(): Promise<ModelOverrideRow | null> {
    const [row] = await this.#tx.sql<ModelOverrideRow>`
      SELECT revision, thresholds, made_at AS "madeAt" FROM outcomes.model_override
      WHERE company_id = ${this.#tx.companyId} ORDER BY revision DESC LIMIT 1`;
    return row ?? null;
  }

  /** False where the company has a version of that name. */
  async add(version: ModelVersion & Pick<StoredVersionRow, 'origin' | 'note'>, madeBy: string): Promise<boolean> {
    const rows = await this.#tx.sql`
      INSERT INTO outcomes.model_version (company_id, version, model, sha256, parts, thresholds, origin, note, promotion,
        made_by)
      VALUES (${this.#tx.companyId}, ${version.version}, ${version.model}, ${version.sha256}, ${version.parts},
        ${JSON.stringify(version.thresholds)}::jsonb, ${version.origin}, ${version.note}, ${version.promotion}, ${madeBy})
      ON CONFLICT DO NOTHING RETURNING version`;
    return rows.length > 0;
  }

  async decide({ act, version, share, effectiveFrom }: NewAct, actor: string): Promise<void> {
    await this.#tx.sql`
      INSERT INTO outcomes.model_act (id, company_id, act, version, share, effective_from, actor)
      VALUES (${newId()}, ${this.#tx.companyId}, ${act}, ${version}, ${share}::float8, ${effectiveFrom}, ${actor})`;
  }

  async put(revision: number, thresholds: SomeThresholds, actor: string): Promise<void> {
    await this.#tx.sql`
      INSERT INTO outcomes.model_override (company_id, revision, thresholds, actor)
      VALUES (${this.#tx.companyId}, ${revision}, ${JSON.stringify(thresholds)}::jsonb, ${actor})`;
  }
}

type NewAct = Omit<ModelActRow, 'id' | 'madeAt'>;
