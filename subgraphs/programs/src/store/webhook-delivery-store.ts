import type { PageById } from '@teei/runtime/newest-first';
import type { TenantTransaction } from '@teei/runtime/tenant-transaction';
import type { WebhookContentRow, WebhookDeliveryRow, WebhookDeliveryStatus } from '../rows/webhook.ts';

export interface DeliveryFilter {
  readonly status: WebhookDeliveryStatus | null;
  readonly source: string | null;
  readonly eventType: string | null;
  readonly endpointId: string | null;
  readonly since: Date | null;
}

/** What was delivered to one company, for whoever reads the log or asks for something again. */
export class WebhookDeliveryStore {
  readonly #tx: TenantTransaction;

  constructor(tx: TenantTransaction) {
    this.#tx = tx;
  }

  byIds(ids: readonly string[]): Promise<WebhookDeliveryRow[]> {
    return this.#tx.sql<WebhookDeliveryRow>`
      SELECT id, endpoint_id AS "endpointId", source, delivery_id AS "deliveryId", event_id AS "eventId", event_type AS "eventType",
        event_version AS "eventVersion", occurred_at AS "occurredAt", status, attempts, next_attempt_at AS "nextAttemptAt",
        outcome, error_code AS "errorCode", error, received_at AS "receivedAt", handled_at AS "handledAt"
      FROM programs.webhook_delivery WHERE company_id = ${this.#tx.companyId} AND id = ANY (${ids}::uuid[])`;
  }

  contentOf(ids: readonly string[]): Promise<WebhookContentRow[]> {
    return this.#tx.sql<WebhookContentRow>`
      SELECT id, headers, body, body_sha256 AS "bodySha256", history FROM programs.webhook_delivery
      WHERE company_id = ${this.#tx.companyId} AND id = ANY (${ids}::uuid[])`;
  }

  page(
    page: PageById,
    { status, source, eventType, endpointId, since }: DeliveryFilter,
  ): Promise<WebhookDeliveryRow[]> {
    const [id] = page.after ?? [null];
    return this.#tx.sql<WebhookDeliveryRow>`
      SELECT id, endpoint_id AS "endpointId", source, delivery_id AS "deliveryId", event_id AS "eventId", event_type AS "eventType",
        event_version AS "eventVersion", occurred_at AS "occurredAt", status, attempts, next_attempt_at AS "nextAttemptAt",
        outcome, error_code AS "errorCode", error, received_at AS "receivedAt", handled_at AS "handledAt"
      FROM programs.webhook_delivery
      WHERE company_id = ${this.#tx.companyId} AND (${id}::uuid IS NULL OR id < ${id}::uuid)
        AND (${status}::text IS NULL OR status = ${status}) AND (${source}::text IS NULL OR source = ${source})
        AND (${eventType}::text IS NULL OR event_type = ${eventType}) AND (${endpointId}::uuid IS NULL OR endpoint_id = ${endpointId}::uuid)
        AND (${since}::timestamptz IS NULL OR received_at >= ${since}::timestamptz)
      ORDER BY id DESC LIMIT ${page.size + 1}`;
  }

  async count({ status, source, eventType, endpointId, since }: DeliveryFilter): Promise<number> {
    const [row] = await this.#tx.sql<{ count: number }>`
      SELECT count(*) FROM programs.webhook_delivery
      WHERE company_id = ${this.#tx.companyId}
        AND (${status}::text IS NULL OR status = ${status}) AND (${source}::text IS NULL OR source = ${source})
        AND (${eventType}::text IS NULL OR event_type = ${eventType}) AND (${endpointId}::uuid IS NULL OR endpoint_id = ${endpointId}::uuid)
        AND (${since}::timestamptz IS NULL OR received_at >= ${since}::timestamptz)`;
    return row?.count ?? 0;
  }

  /** Lets these be handled again, whatever became of them before, if their bodies are still here; answers which were. */
  async replay(ids: readonly string[]): Promise<string[]> {
    const rows = await this.#tx.sql<{ id: string }>`
      UPDATE programs.webhook_delivery SET status = 'RECEIVED', attempts = 0, next_attempt_at = now(), body_kept_since = NULL
      WHERE company_id = ${this.#tx.companyId} AND id = ANY (${ids}::uuid[]) AND body IS NOT NULL RETURNING id`;
    return rows.map(({ id }) => id);
  }

  /** As `replay`, for the oldest of those that were received since and fit the filter, up to so many. */
  async replaySince(
    { status, source, eventType, endpointId, since }: DeliveryFilter,
    limit: number,
  ): Promise<string[]> {
    const rows = await this.#tx.sql<{ id: string }>`
      UPDATE programs.webhook_delivery SET status = 'RECEIVED', attempts = 0, next_attempt_at = now(), body_kept_since = NULL
      WHERE company_id = ${this.#tx.companyId} AND id IN (
        SELECT id FROM programs.webhook_delivery
        WHERE company_id = ${this.#tx.companyId} AND status NOT IN ('RECEIVED', 'RETRYING')
          AND body IS NOT NULL AND received_at >= ${since}::timestamptz
          AND (${status}::text IS NULL OR status = ${status}) AND (${source}::text IS NULL OR source = ${source})
          AND (${eventType}::text IS NULL OR event_type = ${eventType}) AND (${endpointId}::uuid IS NULL OR endpoint_id = ${endpointId}::uuid)
        ORDER BY id LIMIT ${limit})
      RETURNING id`;
    return rows.map(({ id }) => id);
  }
}
