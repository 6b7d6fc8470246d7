import type pg from 'pg';
import type { Consumer } from './consumer.ts';
import type { Database } from './database.ts';
import type { OutboxSchema } from './outbox.ts';
import type { OutboxPosition } from './outbox-reader.ts';

/** Takes rows out of an outbox, and out of the inbox beside it, that nobody needs any more. */
export interface OutboxClearing {
  /** Deletes some of the rows from before that every consumer has had, oldest first; resolves to whether there may be more. */
  clearOutbox(before: Date): Promise<boolean>;
  /** Deletes the consumer's notes from before of what it has handled, except where an event could still come again. */
  clearInbox(consumer: Consumer, before: Date): Promise<void>;
  /** Takes what the events said out of dead letters from before; which event it was and why it failed stays. */
  clearDeadLetters(before: Date): Promise<void>;
  /** The consumer for which rows from before are kept, if there is one. */
  heldBackBy(before: Date): Promise<string | undefined>;
}

/** Small enough that no statement holds its locks for long. */
const batchSize = 5_000;

/** @param relayDatabase acts as teei_relay. */
export function createOutboxClearing(relayDatabase: Database, schema: OutboxSchema): OutboxClearing {
  return {
    clearOutbox: (before) => inTransaction(relayDatabase, (client) => clearBatch(client, schema, before)),
    clearInbox: async (consumer, before) => {
      const upTo = await safeTime(relayDatabase, consumer, before);
      const text = `DELETE FROM ${schema}.inbox WHERE ctid = ANY (ARRAY(
        SELECT ctid FROM ${schema}.inbox WHERE consumer = $1 AND handled_at < $2 LIMIT ${batchSize}))`;
      while ((await relayDatabase.pool.query(text, [consumer.name, upTo])).rowCount);
    },
    clearDeadLetters: async (before) => {
      await relayDatabase.pool.query(
        `UPDATE ${schema}.dead_letter SET event = event - 'data' WHERE failed_at < $1 AND event ? 'data'`,
        [before],
      );
    },
    heldBackBy: async (before) => {
      const { rows } = await relayDatabase.pool.query<{ consumer: string }>(
        `SELECT p.consumer FROM ${schema}.outbox_position p WHERE EXISTS (
          SELECT FROM ${schema}.outbox o WHERE (o.txid, o.seq) > (p.txid, p.seq) AND o.occurred_at < $1)
          ORDER BY p.txid, p.seq LIMIT 1`,
        [before],
      );
      return rows[0]?.consumer;
    },
  };
}

/** The horizon moves in the transaction that deletes, so whoever finds rows missing finds it moved, too. */
async function clearBatch(client: pg.PoolClient, schema: OutboxSchema, before: Date): Promise<boolean> {
  const { rows: horizon } = await client.query(
    `SELECT FROM ${schema}.outbox_horizon WHERE id = 1 FOR UPDATE SKIP LOCKED`,
  );
  // Another process is at it.
  if (horizon.length === 0) return false;
  const { rows } = await client.query<OutboxPosition & { old: boolean }>(
    `SELECT txid, seq, occurred_at < $1 AS old FROM ${schema}.outbox
      WHERE txid < pg_snapshot_xmin(pg_current_snapshot())::text::bigint
        AND NOT EXISTS (SELECT FROM ${schema}.outbox_position p WHERE (p.txid, p.seq) < (outbox.txid, outbox.seq))
      ORDER BY txid, seq LIMIT ${batchSize}`,
    [before],
  );
  const firstToKeep = rows.findIndex(({ old }) => !old);
  const last = rows[(firstToKeep < 0 ? rows.length : firstToKeep) - 1];
  if (!last) return false;
  await client.query(`DELETE FROM ${schema}.outbox WHERE (txid, seq) <= ($1::bigint, $2::bigint)`, [
    last.txid,
    last.seq,
  ]);
  await client.query(`UPDATE ${schema}.outbox_horizon SET txid = $1, seq = $2, moved_at = now() WHERE id = 1`, [
    last.txid,
    last.seq,
  ]);
  return rows.length === batchSize && firstToKeep < 0;
}

/**
 * An event that is not behind the consumer's position is fed again after a crash, however long that takes; its note must
 * be there then. A note is never older than its event.
 */
async function safeTime(database: Database, { name, source, types }: Consumer, before: Date): Promise<Date> {
  const { rows } = await database.pool.query<{ oldest: Date | null }>(
    `SELECT min(occurred_at) AS oldest FROM ${source}.outbox WHERE type = ANY ($2) AND NOT EXISTS (
      SELECT FROM ${source}.outbox_position p WHERE p.consumer = $1 AND (p.txid, p.seq) >= (outbox.txid, outbox.seq))`,
    [name, types],
  );
  const oldest = rows[0]?.oldest;
  return oldest && oldest < before ? oldest : before;
}

async function inTransaction<T>(database: Database, work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  const client = await database.pool.connect();
  try {
    await client.query('BEGIN');
    const result = await work(client);
    await client.query('COMMIT');
    client.release();
    return result;
  } catch (error) {
    client.release(true);
    throw error;
  }
}
