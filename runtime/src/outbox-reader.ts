import type pg from 'pg';
import { z } from 'zod';
import type { Database } from './database.ts';
import type { PlatformEvent } from './define-event.ts';
import { idInPack } from './id.ts';
import type { OutboxSchema } from './outbox.ts';

/** A place in an outbox: the transaction that wrote a row, then the row. Rows sort by it in the order of commit visibility. */
export interface OutboxPosition {
  readonly txid: number;
  readonly seq: number;
  /** The event (from 0) within a row that holds several, when there are more of it to come; left out when the row is done. */
  readonly within?: number;
}

export interface OutboxRow {
  readonly position: OutboxPosition;
  readonly companyId: string;
  /** Of the row: its only event's, or what its events' ids follow from. */
  readonly id: string;
  readonly events: readonly PlatformEvent[];
}

export interface OutboxReader {
  /** The end of what may be read now. Everything at or before it is committed for good, everything after comes later. */
  head(on?: pg.PoolClient): Promise<OutboxPosition>;
  /** How far the outbox has been cleared: a reader at an earlier place may have missed rows. */
  horizon(): Promise<OutboxPosition>;
  /** Rows after `position` with about `limit` events, oldest first; of all companies, or of one. */
  after(position: OutboxPosition, limit: number, only?: OutboxSelection): Promise<OutboxRow[]>;
  /** Places of rows, without what they hold. */
  placesAfter(position: OutboxPosition, limit: number, only?: OutboxSelection): Promise<OutboxPlace[]>;
  /** Rows by their numbers, oldest first. */
  bySeq(seqs: readonly number[]): Promise<OutboxRow[]>;
  /** Events of one company by their ids. Looks through all of its rows of these types, so for work that may take its time. */
  byId(
    ids: readonly string[],
    of: { readonly companyId: string; readonly types: readonly string[] },
  ): Promise<PlatformEvent[]>;
}

export interface OutboxPlace {
  readonly position: OutboxPosition;
  readonly companyId: string;
  /** How many events the row holds. */
  readonly size: number;
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
  readonly size: number;
  readonly data: unknown;
  readonly occurred_at: Date;
}

const columns =
  'txid, seq, id, company_id, type, data_version, subject, correlation_id, causation_id, size, data, occurred_at';

/**
 * Reads an outbox in commit order. Sequence numbers alone would skip rows: a transaction that took a lower number may
 * commit later. Rows of transactions below `pg_snapshot_xmin` are all there, so reading by (txid, seq) below it never skips.
 */
export function createOutboxReader(relayDatabase: Database, schema: OutboxSchema): OutboxReader {
  // Rows are counted out by the events that they hold; the data of those that are too many is not read.
  const page = (wanted: string): string => `SELECT ${wanted} FROM (
      SELECT *, sum(size) OVER (ORDER BY txid, seq) AS upto FROM (
        SELECT ${columns} FROM ${schema}.outbox
        WHERE (txid, seq) > ($1::bigint, $2::bigint)
          AND txid < pg_snapshot_xmin(pg_current_snapshot())::text::bigint
          AND ($4::uuid IS NULL OR company_id = $4) AND ($5::text[] IS NULL OR type = ANY ($5))
        ORDER BY txid, seq LIMIT $3
      ) next
    ) counted WHERE upto - size < $3 ORDER BY txid, seq`;
  const read = async <Found extends object>(
    name: string,
    wanted: string,
    { txid, seq, within }: OutboxPosition,
    limit: number,
    only?: OutboxSelection,
  ): Promise<Found[]> => {
    // A row that was left in the middle is read again.
    const from = within === undefined ? seq : seq - 1;
    const values = [txid, from, limit, only?.companyId ?? null, only?.types ?? null];
    const query = { name: `outbox-${name}-${schema}`, text: page(wanted), values };
    const { rows } = await (only?.on ?? relayDatabase.pool).query<Found>(query);
    return rows;
  };
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
    after: async (position, limit, only) => {
      const rows = await read<Row>('after', columns, position, limit, only);
      return rows.map(fromRow);
    },
    placesAfter: async (position, limit, only) => {
      const wanted = 'txid, seq, company_id, size';
      const rows = await read<Pick<Row, 'txid' | 'seq' | 'company_id' | 'size'>>(
        'places',
        wanted,
        position,
        limit,
        only,
      );
      return rows.map(({ txid, seq, company_id, size }) => ({ position: { txid, seq }, companyId: company_id, size }));
    },
    bySeq: async (seqs) => {
      const { rows } = await relayDatabase.pool.query<Row>({
        name: `outbox-rows-${schema}`,
        text: `SELECT ${columns} FROM ${schema}.outbox WHERE seq = ANY ($1::bigint[]) ORDER BY txid, seq`,
        values: [seqs],
      });
      return rows.map(fromRow);
    },
    byId: async (ids, { companyId, types }) => {
      // An event of a row that holds several has an id that begins like the row's.
      const { rows } = await relayDatabase.pool.query<Row>({
        name: `outbox-by-id-${schema}`,
        text: `SELECT ${columns} FROM ${schema}.outbox WHERE company_id = $1 AND type = ANY ($2) AND id = ANY ($3::uuid[]) ORDER BY txid, seq`,
        values: [companyId, types, [...new Set(ids.flatMap((id) => [id, idInPack(id, 0)]))]],
      });
      const wanted = new Set(ids);
      return rows.flatMap((row) => fromRow(row).events.filter(({ id }) => wanted.has(id)));
    },
  };
}

export function isAfter(a: OutboxPosition, b: OutboxPosition): boolean {
  if (a.txid !== b.txid) return a.txid > b.txid;
  if (a.seq !== b.seq) return a.seq > b.seq;
  return (a.within ?? Number.POSITIVE_INFINITY) > (b.within ?? Number.POSITIVE_INFINITY);
}

/** Where a row is left after its n-th event. */
export function positionWithin({ position, events }: OutboxRow, n: number): OutboxPosition {
  const { txid, seq } = position;
  return n === events.length - 1 ? { txid, seq } : { txid, seq, within: n };
}

const packedEvents = z.array(z.object({ subject: z.string(), data: z.unknown(), causationId: z.string().optional() }));

function fromRow(row: Row): OutboxRow {
  const shared = {
    companyId: row.company_id,
    type: row.type,
    dataVersion: row.data_version,
    correlationId: row.correlation_id,
    time: row.occurred_at.toISOString(),
  };
  const position = { txid: row.txid, seq: row.seq };
  const of = { position, companyId: row.company_id, id: row.id };
  if (row.size === 1) {
    const { id, subject, causation_id: causationId, data } = row;
    return { ...of, events: [{ ...shared, id, subject, causationId, data }] };
  }
  const events = packedEvents.parse(row.data).map(({ subject, data, causationId }, n) => ({
    ...shared,
    id: idInPack(row.id, n),
    subject,
    causationId: causationId ?? null,
    data,
  }));
  return { ...of, events };
}
