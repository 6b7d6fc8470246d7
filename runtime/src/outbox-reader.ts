import type pg from 'pg';
import type { Database } from './database.ts';
import type { PlatformEvent } from './define-event.ts';
import type { OutboxSchema } from './outbox.ts';

/** A place in an outbox: the transaction that wrote a row, then the row. Rows sort by it in the order of commit visibility. */
export interface OutboxPosition {
  readonly txid: number;
  readonly seq: number;
}

export interface OutboxRow {
  readonly position: OutboxPosition;
  readonly event: PlatformEvent;
}

export interface OutboxReader {
  /** The end of what may be read now. Everything at or before it is committed for good, everything after comes later. */
  head(on?: pg.PoolClient): Promise<OutboxPosition>;
  /** How far the outbox has been cleared: a reader at an earlier place may have missed rows. */
  horizon(): Promise<OutboxPosition>;
  /** Rows after `position`, oldest first; of all companies, or of one. */
  after(position: OutboxPosition, limit: number, only?: OutboxSelection): Promise<OutboxRow[]>;
}

export interface OutboxSelection {
  readonly companyId?: string;
  readonly types?: readonly string[];
  /** A connection that the caller holds already. Waiting for a second one while holding the first would lock up the pool. */
  readonly on?: pg.PoolClient;
}

interface Row {
  readonly txid: number;
  readonly seq: number;
  readonly id: string;
  readonly company_id: string;
  readonly type: string;
  readonly data_version: number;
  readonly subject: string;
  readonly correlation_id: string | null;
  readonly causation_id: string | null;
  readonly data: unknown;
  readonly occurred_at: Date;
}

/**
 * Reads an outbox in commit order. Sequence numbers alone would skip rows: a transaction that took a lower number may
 * commit later. Rows of transactions below `pg_snapshot_xmin` are all there, so reading by (txid, seq) below it never skips.
 */
export function createOutboxReader(relayDatabase: Database, schema: OutboxSchema): OutboxReader {
  const text = `SELECT txid, seq, id, company_id, type, data_version, subject, correlation_id, causation_id, data, occurred_at
    FROM ${schema}.outbox
    WHERE (txid, seq) > ($1::bigint, $2::bigint)
      AND txid < pg_snapshot_xmin(pg_current_snapshot())::text::bigint
      AND ($4::uuid IS NULL OR company_id = $4) AND ($5::text[] IS NULL OR type = ANY ($5))
    ORDER BY txid, seq LIMIT $3`;
  return {
    head: async (on) => {
      const { rows } = await (on ?? relayDatabase.pool).query<{ txid: number }>(
        'SELECT pg_snapshot_xmin(pg_current_snapshot())::text::bigint - 1 AS txid',
      );
      return { txid: rows[0]?.txid ?? 0, seq: Number.MAX_SAFE_INTEGER };
    },
    horizon: async () => {
      const { rows } = await relayDatabase.pool.query<OutboxPosition>(`SELECT txid, seq FROM ${schema}.outbox_horizon`);
      return rows[0] ?? { txid: 0, seq: 0 };
    },
    after: async ({ txid, seq }, limit, only) => {
      const values = [txid, seq, limit, only?.companyId ?? null, only?.types ?? null];
      const { rows } = await (only?.on ?? relayDatabase.pool).query<Row>({
        name: `outbox-after-${schema}`,
        text,
        values,
      });
      return rows.map(fromRow);
    },
  };
}

export function isAfter(a: OutboxPosition, b: OutboxPosition): boolean {
  return a.txid > b.txid || (a.txid === b.txid && a.seq > b.seq);
}

function fromRow(row: Row): OutboxRow {
  return {
    position: { txid: row.txid, seq: row.seq },
    event: {
      id: row.id,
      companyId: row.company_id,
      type: row.type,
      dataVersion: row.data_version,
      subject: row.subject,
      correlationId: row.correlation_id,
      causationId: row.causation_id,
      time: row.occurred_at.toISOString(),
      data: row.data,
    },
  };
}
