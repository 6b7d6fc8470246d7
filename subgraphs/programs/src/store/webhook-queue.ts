import type { TenantTransaction } from '@teei/runtime/tenant-transaction';
import type { WebhookDeliveryRow } from '../rows/webhook.ts';

/** A delivery whose signature was checked, on its way into the table. */
export interface NewDelivery {
  readonly id: string;
  readonly endpointId: string;
  readonly source: string;
  readonly deliveryId: string;
  readonly eventId: string | null;
  readonly eventType: string;
  readonly eventVersion: number;
  readonly occurredAt: Date;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** A delivery that is due, with its body. */
export interface DueDelivery {
  readonly id: string;
  readonly source: string;
  readonly eventType: string;
  readonly eventVersion: number;
  readonly occurredAt: Date;
  readonly body: string;
  readonly attempts: number;
}

export interface Settled {
  readonly id: string;
  readonly status: WebhookDeliveryRow['status'];
  readonly outcome: WebhookDeliveryRow['outcome'];
  readonly errorCode: string | null;
  readonly error: string | null;
  /** Milliseconds from now; null when there is nothing left to do. */
  readonly pause: number | null;
}

/** Deliveries of one company as a queue: put in, taken out when due, and settled. Each is one statement for a whole batch. */
export class WebhookQueue {
  readonly #tx: TenantTransaction;

  constructor(tx: TenantTransaction) {
    this.#tx = tx;
  }

  /** Answers the ids of those that were not here before, by delivery id and by event id. */
  async add(deliveries: readonly NewDelivery[]): Promise<Set<string>> {
    // In one order everywhere, so that two transactions with the same deliveries wait for each other and do not lock up.
    const sorted = [...deliveries].sort((one, other) => (one.deliveryId < other.deliveryId ? -1 : 1));
    const of = <T>(pick: (each: NewDelivery) => T): T[] => sorted.map(pick);
    const rows = await this.#tx.sql<{ id: string }>`
      INSERT INTO programs.webhook_delivery (id, company_id, endpoint_id, source, delivery_id, event_id, event_type, event_version,
        occurred_at, headers, body, status, next_attempt_at)
      SELECT n.id, ${this.#tx.companyId}, n.endpoint_id, n.source, n.delivery_id, n.event_id, n.event_type, n.event_version,
        n.occurred_at, n.headers, n.body, 'RECEIVED', now()
      FROM unnest(${of((each) => each.id)}::uuid[], ${of((each) => each.endpointId)}::uuid[], ${of((each) => each.source)}::text[],
        ${of((each) => each.deliveryId)}::text[], ${of((each) => each.eventId)}::text[], ${of((each) => each.eventType)}::text[],
        ${of((each) => each.eventVersion)}::int[], ${of((each) => each.occurredAt)}::timestamptz[],
        ${of((each) => JSON.stringify(each.headers))}::jsonb[], ${of((each) => each.body)}::text[])
        AS n (id, endpoint_id, source, delivery_id, event_id, event_type, event_version, occurred_at, headers, body)
      ON CONFLICT DO NOTHING RETURNING id`;
    return new Set(rows.map(({ id }) => id));
  }

  /** The oldest that are due, locked until the transaction ends; what another worker holds is left to it. */
  takeDue(limit: number, ids: readonly string[] | null = null): Promise<DueDelivery[]> {
    return this.#tx.sql<DueDelivery>`
      SELECT id, source, event_type AS "eventType", event_version AS "eventVersion", occurred_at AS "occurredAt", body, attempts
      FROM programs.webhook_delivery
      WHERE company_id = ${this.#tx.companyId} AND next_attempt_at <= now() AND status IN ('RECEIVED', 'RETRYING')
        AND (${ids}::uuid[] IS NULL OR id = ANY (${ids}::uuid[]))
      ORDER BY next_attempt_at, id LIMIT ${limit} FOR UPDATE SKIP LOCKED`;
  }

  async settle(deliveries: readonly Settled[]): Promise<void> {
    if (deliveries.length === 0) return;
    const of = <T>(pick: (each: Settled) => T): T[] => deliveries.map(pick);
    await this.#tx.sql`
      UPDATE programs.webhook_delivery d SET status = n.status, outcome = n.outcome, error_code = n.error_code, error = n.error,
        attempts = d.attempts + 1, handled_at = CASE WHEN n.pause IS NULL THEN now() END,
        next_attempt_at = now() + n.pause * interval '1 millisecond', body_kept_since = CASE WHEN n.pause IS NULL THEN now() END,
        history = CASE WHEN n.error_code IS NULL OR n.status = 'UNRECOGNISED' THEN d.history ELSE
          d.history || jsonb_build_object('at', to_char(now() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'code', n.error_code, 'reason', n.error) END
      FROM unnest(${of((each) => each.id)}::uuid[], ${of((each) => each.status)}::text[], ${of((each) => each.outcome)}::text[],
        ${of((each) => each.errorCode)}::text[], ${of((each) => each.error)}::text[], ${of((each) => each.pause)}::float8[])
        AS n (id, status, outcome, error_code, error, pause)
      WHERE d.company_id = ${this.#tx.companyId} AND d.id = n.id`;
  }

  /**
   * Notes the newest event of each record and answers what it was before; null when there was none. The rows stay locked
   * until the transaction ends, so events of one record are applied one transaction after the other.
   */
  async noteEvents(events: readonly RecordEvent[]): Promise<Map<string, Date>> {
    const sorted = [...events].sort((one, other) => (keyOf(one) < keyOf(other) ? -1 : 1));
    const of = <T>(pick: (each: RecordEvent) => T): T[] => sorted.map(pick);
    const [sources, kinds, ids] = [of((each) => each.source), of((each) => each.kind), of((each) => each.recordId)];
    await this.#tx.sql`
      INSERT INTO programs.webhook_record (company_id, source, kind, record_id, occurred_at)
      SELECT ${this.#tx.companyId}, n.source, n.kind, n.record_id, to_timestamp(0)
      FROM unnest(${sources}::text[], ${kinds}::text[], ${ids}::text[]) AS n (source, kind, record_id)
      ON CONFLICT DO NOTHING`;
    const rows = await this.#tx.sql<{ source: string; kind: string; recordId: string; before: Date }>`
      UPDATE programs.webhook_record r SET occurred_at = greatest(r.occurred_at, n.occurred_at)
      FROM (
        SELECT w.source, w.kind, w.record_id, w.occurred_at, held.occurred_at AS before
        FROM unnest(${sources}::text[], ${kinds}::text[], ${ids}::text[], ${of((each) => each.occurredAt)}::timestamptz[])
          AS w (source, kind, record_id, occurred_at)
        JOIN programs.webhook_record held ON held.company_id = ${this.#tx.companyId} AND held.source = w.source
          AND held.kind = w.kind AND held.record_id = w.record_id
        ORDER BY w.source, w.kind, w.record_id FOR UPDATE OF held) n
      WHERE r.company_id = ${this.#tx.companyId} AND r.source = n.source AND r.kind = n.kind AND r.record_id = n.record_id
      RETURNING r.source, r.kind, r.record_id AS "recordId", n.before`;
    return new Map(rows.map((row) => [keyOf(row), row.before]));
  }
}

export interface RecordKey {
  readonly source: string;
  readonly kind: string;
  readonly recordId: string;
}

export interface RecordEvent extends RecordKey {
  readonly occurredAt: Date;
}

export function keyOf({ source, kind, recordId }: RecordKey): string {
  return `${source}\n${kind}\n${recordId}`;
}
