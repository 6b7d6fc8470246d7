import type { TenantTransaction } from '@teei/runtime/tenant-transaction';
import type { AnnotationToPin } from '../domain/annotation-rules.ts';
import type { AnnotationRow } from '../rows.ts';

/** Notes pinned to periods of one company. */
export class AnnotationStore {
  readonly #tx: TenantTransaction;

  constructor(tx: TenantTransaction) {
    this.#tx = tx;
  }

  list(): Promise<AnnotationRow[]> {
    return this.#tx.sql<AnnotationRow>`
      SELECT id, period, programme_id AS "programmeId", text, pinned_by AS "pinnedBy", pinned_at AS "pinnedAt", changed_at AS "changedAt"
      FROM profile.annotation WHERE company_id = ${this.#tx.companyId}
      ORDER BY period DESC, pinned_at DESC, id LIMIT 500`;
  }

  async pin({ id, period, programmeId, text }: AnnotationToPin, actor: string): Promise<AnnotationRow> {
    const [row] = await this.#tx.sql<AnnotationRow>`
      INSERT INTO profile.annotation (id, company_id, period, programme_id, text, pinned_by)
      VALUES (${id}, ${this.#tx.companyId}, ${period}, ${programmeId}::uuid, ${text.trim()}, ${actor})
      ON CONFLICT (company_id, id) DO UPDATE SET period = excluded.period, programme_id = excluded.programme_id, text = excluded.text,
        changed_by = excluded.pinned_by, changed_at = now()
      RETURNING id, period, programme_id AS "programmeId", text, pinned_by AS "pinnedBy", pinned_at AS "pinnedAt", changed_at AS "changedAt"`;
    if (row === undefined) throw new Error('an annotation that was stored is not there');
    return row;
  }

  async remove(id: string): Promise<boolean> {
    const rows = await this.#tx.sql<{ id: string }>`
      DELETE FROM profile.annotation WHERE company_id = ${this.#tx.companyId} AND id = ${id} RETURNING id`;
    return rows.length > 0;
  }
}
