import type { Database } from './database.ts';
import type { OutboxSchema } from './outbox.ts';
import type { OutboxPosition } from './outbox-reader.ts';

export interface OutboxNews {
  /** The end of what may be read now. */
  readonly head: OutboxPosition;
  /** Whether there is any row of the types that were asked for between the position and that end. */
  readonly some: boolean;
}

type Ask = (position: OutboxPosition, types: readonly string[]) => Promise<OutboxNews>;

/**
 * A commit wakes everybody who reads the outbox, and each asks whether there is something for them. Those of one process that
 * ask in the same turn of the event loop share one statement: a look of each of their own would cost more than the change did.
 */
export function outboxNews(relayDatabase: Database, schema: OutboxSchema): Ask {
  const known = asks.get(relayDatabase) ?? new Map<OutboxSchema, Ask>();
  asks.set(relayDatabase, known);
  const ask = known.get(schema) ?? sharedAsk(relayDatabase, schema);
  known.set(schema, ask);
  return ask;
}

const asks = new WeakMap<Database, Map<OutboxSchema, Ask>>();

interface Waiting {
  readonly position: OutboxPosition;
  readonly types: readonly string[];
  resolve(news: OutboxNews): void;
  reject(error: unknown): void;
}

function sharedAsk(database: Database, schema: OutboxSchema): Ask {
  let waiting: Waiting[] = [];
  return (position, types) =>
    new Promise((resolve, reject) => {
      if (waiting.length === 0) {
        setImmediate(() => {
          const together = waiting;
          waiting = [];
          look(database, schema, together).catch((error: unknown) => {
            for (const each of together) each.reject(error);
          });
        });
      }
      waiting.push({ position, types, resolve, reject });
    });
}

/**
 * In the order of the index, and one row of it: for a bare EXISTS PostgreSQL expects a hit early on and reads the table from its
 * beginning, which is all of it whenever there is no news.
 */
async function look(database: Database, schema: OutboxSchema, asked: readonly Waiting[]): Promise<void> {
  const { rows } = await database.pool.query<{ head: number; some: boolean }>({
    name: `outbox-news-${schema}`,
    text: `SELECT pg_snapshot_xmin(pg_current_snapshot())::text::bigint - 1 AS head, (
        SELECT true FROM ${schema}.outbox o WHERE (o.txid, o.seq) > (n.txid, n.seq)
          AND o.txid < pg_snapshot_xmin(pg_current_snapshot())::text::bigint AND o.type = ANY (string_to_array(n.types, ' '))
        ORDER BY o.txid, o.seq LIMIT 1) IS TRUE AS some
      FROM unnest($1::bigint[], $2::bigint[], $3::text[]) WITH ORDINALITY AS n (txid, seq, types, place) ORDER BY n.place`,
    values: [
      asked.map(({ position }) => position.txid),
      asked.map(({ position }) => position.seq),
      // Types of events are words with dots.
      asked.map(({ types }) => types.join(' ')),
    ],
  });
  for (const [index, { resolve }] of asked.entries()) {
    const { head = 0, some = false } = rows[index] ?? {};
    resolve({ head: { txid: head, seq: Number.MAX_SAFE_INTEGER }, some });
  }
}
