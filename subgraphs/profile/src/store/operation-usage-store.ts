import type { TenantTransaction } from '@teei/runtime/tenant-transaction';
import type { OperationDayRow, OperationUsageRow, UnknownOperationRow } from '../rows/partner-operations.ts';

/** How one company's keys call operations; the routers write it, each its own counts. */
export class OperationUsageStore {
  readonly #tx: TenantTransaction;

  constructor(tx: TenantTransaction) {
    this.#tx = tx;
  }

  of(hashes: readonly string[]): Promise<OperationUsageRow[]> {
    return this.#tx.sql<OperationUsageRow>`
      SELECT hash, coalesce(sum(calls) FILTER (WHERE day > current_date - 30), 0)::float8 AS calls,
        coalesce(sum(errors) FILTER (WHERE day > current_date - 30), 0)::float8 AS errors,
        max(last_called_at) AS "lastCalledAt", (array_agg(last_api_key_id ORDER BY last_called_at DESC))[1] AS "lastApiKeyId"
      FROM profile.operation_usage WHERE company_id = ${this.#tx.companyId} AND hash = ANY (${hashes}::text[])
      GROUP BY hash`;
  }

  daysOf(hashes: readonly string[]): Promise<OperationDayRow[]> {
    return this.#tx.sql<OperationDayRow>`
      SELECT hash, to_char(day, 'YYYY-MM-DD') AS day, sum(calls)::float8 AS calls, sum(errors)::float8 AS errors
      FROM profile.operation_usage
      WHERE company_id = ${this.#tx.companyId} AND hash = ANY (${hashes}::text[]) AND day > current_date - 30
      GROUP BY hash, profile.operation_usage.day ORDER BY profile.operation_usage.day`;
  }

  unknown(): Promise<UnknownOperationRow[]> {
    return this.#tx.sql<UnknownOperationRow>`
      SELECT hash, sum(unknown_calls)::float8 AS calls, max(last_called_at) AS "lastCalledAt",
        (array_agg(last_api_key_id ORDER BY last_called_at DESC))[1] AS "lastApiKeyId"
      FROM profile.operation_usage
      WHERE company_id = ${this.#tx.companyId} AND unknown_calls > 0 AND day > current_date - 30
      GROUP BY hash ORDER BY 3 DESC, hash LIMIT 100`;
  }
}
