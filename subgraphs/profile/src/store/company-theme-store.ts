import type { TenantTransaction } from '@teei/runtime/tenant-transaction';
import type { CompanyThemeRow } from '../rows.ts';

export type ThemeWish = Pick<CompanyThemeRow, 'primary' | 'secondary' | 'preset' | 'font' | 'logo' | 'changedBy'>;

/** The one theme of a company. */
export class CompanyThemeStore {
  readonly #tx: TenantTransaction;

  constructor(tx: TenantTransaction) {
    this.#tx = tx;
  }

  async find(): Promise<CompanyThemeRow | null> {
    const [row] = await this.#tx.sql<CompanyThemeRow>`
      SELECT primary_colour AS "primary", secondary_colour AS "secondary", preset, font, logo, revision,
        changed_by AS "changedBy", changed_at AS "changedAt"
      FROM profile.company_theme WHERE company_id = ${this.#tx.companyId}`;
    return row ?? null;
  }

  /** False where another revision than the one that the change was made from is in force. */
  async save({ primary, secondary, preset, font, logo, changedBy }: ThemeWish, from: number): Promise<boolean> {
    const saved = await this.#tx.sql`
      INSERT INTO profile.company_theme AS t (company_id, primary_colour, secondary_colour, preset, font, logo, changed_by)
      SELECT ${this.#tx.companyId}, ${primary}::text, ${secondary}::text, ${preset}::text, ${font}::text, ${logo}::text, ${changedBy}::text
      WHERE ${from}::int = 0 OR EXISTS (SELECT FROM profile.company_theme WHERE company_id = ${this.#tx.companyId})
      ON CONFLICT (company_id) DO UPDATE SET primary_colour = excluded.primary_colour,
        secondary_colour = excluded.secondary_colour, preset = excluded.preset, font = excluded.font, logo = excluded.logo,
        revision = t.revision + 1, changed_by = excluded.changed_by, changed_at = now()
      WHERE t.revision = ${from}::int
      RETURNING 1`;
    return saved.length === 1;
  }

  async remove(): Promise<boolean> {
    const removed = await this.#tx.sql`
      DELETE FROM profile.company_theme WHERE company_id = ${this.#tx.companyId} RETURNING 1`;
    return removed.length === 1;
  }
}
