import type { TenantTransaction } from '@teei/runtime/tenant-transaction';
import type { WarnedAt } from '../domain/remote/budget-rules.ts';
import type { ModelMonthRow } from '../rows/remote-model.ts';

/** What one company spends on remote models, month by month (UTC), and how many calls it made in the last minute. */
export class ModelSpendingStore {
  readonly #tx: TenantTransaction;

  constructor(tx: TenantTransaction) {
    this.#tx = tx;
  }

  /** Whoever spends waits for whoever is spending, in every process. */
  async lock(): Promise<void> {
    await this.#tx
      .sql`SELECT pg_advisory_xact_lock(hashtextextended(concat('model-spending/', ${this.#tx.companyId}::text), 0))`;
  }

  /** Of the present month, or of another (yyyy-mm-01). */
  async month(month: string | null = null): Promise<ModelMonthRow> {
    const [row] = await this.#tx.sql<ModelMonthRow>`
      SELECT spent_micros AS "spentMicros", reserved_micros AS "reservedMicros", warned_80_at AS "warned80At",
        warned_90_at AS "warned90At", warned_100_at AS "warned100At"
      FROM outcomes.model_month WHERE company_id = ${this.#tx.companyId}
        AND month = coalesce(${month}::date, date_trunc('month', clock_timestamp() AT TIME ZONE 'UTC')::date)`;
    return row ?? { spentMicros: 0, reservedMicros: 0, warned80At: null, warned90At: null, warned100At: null };
  }

  /** Calls of the last minute, and milliseconds until the oldest of them is a minute old. */
  async lastMinute(): Promise<{ readonly calls: number; readonly wait: number }> {
    const [row] = await this.#tx.sql<{ calls: number; wait: number | null }>`
      SELECT count(*) AS calls, ceil(extract(epoch FROM min(started_at) + interval '1 minute' - clock_timestamp()) * 1000)::int AS wait
      FROM outcomes.model_call
      WHERE company_id = ${this.#tx.companyId} AND called AND started_at > clock_timestamp() - interval '1 minute'`;
    return { calls: row?.calls ?? 0, wait: Math.max(0, row?.wait ?? 0) };
  }

  /** Opens a line of the ledger and holds its cost back. */
  async reserve(call: NewCall & { readonly reservedMicros: number }): Promise<void> {
    const { id, purpose, model, promptVersion, sourceId, pricedOn, reservedMicros } = call;
    await this.#tx.sql`
      WITH made AS (
        INSERT INTO outcomes.model_call (id, company_id, month, purpose, model, prompt_version, source_id, outcome, called, reserved_micros, priced_on)
        VALUES (${id}, ${this.#tx.companyId}, date_trunc('month', clock_timestamp() AT TIME ZONE 'UTC')::date, ${purpose}, ${model},
          ${promptVersion}, ${sourceId}, 'PENDING', true, ${reservedMicros}::bigint, ${pricedOn}::date)
        RETURNING company_id, month, reserved_micros)
      INSERT INTO outcomes.model_month AS m (company_id, month, reserved_micros) SELECT company_id, month, reserved_micros FROM made
      ON CONFLICT (company_id, month) DO UPDATE SET reserved_micros = m.reserved_micros + excluded.reserved_micros`;
  }

  /** Closes a line: what was held back is free again, what it cost is spent. A line that is closed stays as it is. */
  async settle(id: string, { outcome, inputTokens, outputTokens, costMicros }: Settlement): Promise<void> {
    await this.#tx.sql`
      WITH done AS (
        UPDATE outcomes.model_call SET outcome = ${outcome}, input_tokens = ${inputTokens}::int, output_tokens = ${outputTokens}::int,
          cost_micros = ${costMicros}::bigint, ended_at = clock_timestamp()
        WHERE company_id = ${this.#tx.companyId} AND id = ${id} AND outcome = 'PENDING'
        RETURNING month, reserved_micros, cost_micros)
      UPDATE outcomes.model_month m SET spent_micros = spent_micros + done.cost_micros, reserved_micros = m.reserved_micros - done.reserved_micros
      FROM done WHERE m.company_id = ${this.#tx.companyId} AND m.month = done.month`;
  }

  /** Calls whose process ended under them may have been charged, so what was held back for them is spent. */
  async settleLost(): Promise<void> {
    await this.#tx.sql`
      WITH lost AS (
        UPDATE outcomes.model_call SET outcome = 'LOST', cost_micros = reserved_micros, ended_at = clock_timestamp()
        WHERE company_id = ${this.#tx.companyId} AND outcome = 'PENDING' AND started_at < clock_timestamp() - interval '10 minutes'
          AND started_at > clock_timestamp() - interval '60 days'
        RETURNING month, reserved_micros),
      sums AS (SELECT month, sum(reserved_micros)::bigint AS micros FROM lost GROUP BY month)
      UPDATE outcomes.model_month m SET spent_micros = spent_micros + sums.micros, reserved_micros = reserved_micros - sums.micros
      FROM sums WHERE m.company_id = ${this.#tx.companyId} AND m.month = sums.month`;
  }

  /** A line of what never left the house. */
  async note(call: NewCall, outcome: string): Promise<void> {
    const { id, purpose, model, promptVersion, sourceId, pricedOn } = call;
    await this.#tx.sql`
      INSERT INTO outcomes.model_call (id, company_id, month, purpose, model, prompt_version, source_id, outcome, called, priced_on, ended_at)
      VALUES (${id}, ${this.#tx.companyId}, date_trunc('month', clock_timestamp() AT TIME ZONE 'UTC')::date, ${purpose}, ${model},
        ${promptVersion}, ${sourceId}, ${outcome}, false, ${pricedOn}::date, clock_timestamp())`;
  }

  /** Notes which warnings of the present month are given; those that were not before are answered. */
  async warn(reached: readonly WarnedAt[]): Promise<WarnedAt[]> {
    const before = await this.month();
    const given = { 80: before.warned80At, 90: before.warned90At, 100: before.warned100At };
    const fresh = reached.filter((percent) => given[percent] === null);
    if (fresh.length === 0) return [];
    const is = (percent: WarnedAt): boolean => fresh.includes(percent);
    await this.#tx.sql`
      INSERT INTO outcomes.model_month AS m (company_id, month, warned_80_at, warned_90_at, warned_100_at)
      VALUES (${this.#tx.companyId}, date_trunc('month', clock_timestamp() AT TIME ZONE 'UTC')::date,
        CASE WHEN ${is(80)}::boolean THEN now() END, CASE WHEN ${is(90)}::boolean THEN now() END, CASE WHEN ${is(100)}::boolean THEN now() END)
      ON CONFLICT (company_id, month) DO UPDATE SET warned_80_at = coalesce(m.warned_80_at, excluded.warned_80_at),
        warned_90_at = coalesce(m.warned_90_at, excluded.warned_90_at), warned_100_at = coalesce(m.warned_100_at, excluded.warned_100_at)`;
    return fresh;
  }

  /** After a limit was changed only what is still reached stands, so that the rest can be told again. */
  async retractWarnings(reached: readonly WarnedAt[]): Promise<void> {
    const stands = (percent: WarnedAt): boolean => reached.includes(percent);
    await this.#tx.sql`
      UPDATE outcomes.model_month SET warned_80_at = CASE WHEN ${stands(80)}::boolean THEN warned_80_at END,
        warned_90_at = CASE WHEN ${stands(90)}::boolean THEN warned_90_at END, warned_100_at = CASE WHEN ${stands(100)}::boolean THEN warned_100_at END
      WHERE company_id = ${this.#tx.companyId} AND month = date_trunc('month', clock_timestamp() AT TIME ZONE 'UTC')::date`;
  }
}

export interface NewCall {
  readonly id: string;
  readonly purpose: 'Q2Q';
  readonly model: string;
  readonly promptVersion: string;
  readonly sourceId: string;
  /** yyyy-mm-dd. */
  readonly pricedOn: string;
}

interface Settlement {
  readonly outcome: string;
  readonly inputTokens: number | null;
  readonly outputTokens: number | null;
  readonly costMicros: number;
}
