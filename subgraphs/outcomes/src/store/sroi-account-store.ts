import type { TenantTransaction } from '@teei/runtime/tenant-transaction';
import type { DimensionName } from '../rows/metric.ts';
import type { SroiAccountRow, SroiAssumptions } from '../rows/social-return.ts';

/** How one company works out its social return, with what that was before. */
export class SroiAccountStore {
  readonly #tx: TenantTransaction;

  constructor(tx: TenantTransaction) {
    this.#tx = tx;
  }

  async find(): Promise<SroiAccountRow | null> {
    const [row] = await this.#tx.sql<SroiAccountRow>`
      SELECT revision, to_char(period_from, 'YYYY-MM') AS from, to_char(period_to, 'YYYY-MM') AS to, investment,
        investment_source AS "investmentSource", currency, discount_rate AS "discountRate", outcomes, changed_at AS "changedAt"
      FROM outcomes.sroi_account WHERE company_id = ${this.#tx.companyId}`;
    return row ?? null;
  }

  /** One change of a company's account at a time. */
  async lock(): Promise<void> {
    await this.#tx
      .sql`SELECT pg_advisory_xact_lock(hashtextextended(concat('sroi-account/', ${this.#tx.companyId}::text), 0))`;
  }

  /** Stores the account under its next revision. */
  async put(account: SroiAssumptions, changedBy: string): Promise<SroiAccountRow> {
    const { from, to, investment, investmentSource, currency, discountRate, outcomes } = account;
    const [row] = await this.#tx.sql<Pick<SroiAccountRow, 'revision' | 'changedAt'>>`
      WITH stored AS (
        INSERT INTO outcomes.sroi_account AS a (company_id, revision, period_from, period_to, investment, investment_source, currency,
          discount_rate, outcomes, changed_by)
        VALUES (${this.#tx.companyId}, 1, ${`${from}-01`}::date, ${`${to}-01`}::date, ${investment}, ${investmentSource}, ${currency},
          ${discountRate}, ${JSON.stringify(outcomes)}::jsonb, ${changedBy})
        ON CONFLICT (company_id) DO UPDATE SET revision = a.revision + 1, period_from = excluded.period_from,
          period_to = excluded.period_to, investment = excluded.investment, investment_source = excluded.investment_source,
          currency = excluded.currency, discount_rate = excluded.discount_rate, outcomes = excluded.outcomes,
          changed_by = excluded.changed_by, changed_at = now()
        RETURNING *
      ), noted AS (
        INSERT INTO outcomes.sroi_account_revision (company_id, revision, period_from, period_to, investment, investment_source, currency,
          discount_rate, outcomes, changed_by, changed_at)
        SELECT company_id, revision, period_from, period_to, investment, investment_source, currency, discount_rate, outcomes,
          changed_by, changed_at FROM stored
      )
      SELECT revision, changed_at AS "changedAt" FROM stored`;
    if (!row) throw new Error('an account that was stored is not there');
    return { ...account, ...row };
  }

  /** What the account was, newest first. */
  revisions(): Promise<SroiAccountRow[]> {
    return this.#tx.sql<SroiAccountRow>`
      SELECT revision, to_char(period_from, 'YYYY-MM') AS from, to_char(period_to, 'YYYY-MM') AS to, investment,
        investment_source AS "investmentSource", currency, discount_rate AS "discountRate", outcomes, changed_at AS "changedAt"
      FROM outcomes.sroi_account_revision WHERE company_id = ${this.#tx.companyId} ORDER BY revision DESC LIMIT 20`;
  }

  /** In each dimension, the participants whose scores of these months (yyyy-mm, inclusive) speak of a gain on balance: a mean level above 0.5. */
  async gained(from: string, to: string): Promise<Map<DimensionName, number>> {
    const rows = await this.#tx.sql<{ dimension: DimensionName; participants: number }>`
      SELECT upper(dimension) AS dimension, count(*) AS participants FROM (
        SELECT s.dimension FROM outcomes.outcome_score s
        LEFT JOIN outcomes.person_alias a ON a.company_id = s.company_id AND a.person_id = s.participant_id
        WHERE s.company_id = ${this.#tx.companyId} AND s.month BETWEEN ${`${from}-01`}::date AND ${`${to}-01`}::date
        GROUP BY s.dimension, coalesce(a.kept_id, s.participant_id)
        HAVING sum(s.level::numeric * s.confidence::numeric) > 0.5 * sum(s.confidence::numeric)) AS gaining
      GROUP BY dimension`;
    return new Map(rows.map(({ dimension, participants }) => [dimension, participants]));
  }
}
