import { setTimeout as pause } from 'node:timers/promises';
import type pg from 'pg';
import { allOver } from './all-over.ts';
import type { Consumer } from './consumer.ts';
import type { Database } from './database.ts';
import type { Logger } from './log.ts';
import { createLoop, type Loop } from './loop.ts';
import { outboxNews } from './outbox-news.ts';
import { createOutboxReader, isAfter, type OutboxPlace, type OutboxPosition } from './outbox-reader.ts';
import type { Queues } from './queues.ts';
import type { EventJob } from './run-consumer.ts';
import type { WakeUps } from './wake-ups.ts';

export interface FeedHost {
  /** Acts as teei_relay, which reads every outbox. */
  readonly relayDatabase: Database;
  readonly queues: Queues;
  readonly wakeUps: WakeUps;
  readonly log: Logger;
}

const batchSize = 1_000;
/** Above this many waiting jobs the feed pauses: events are as safe in the outbox as in the queue. */
const fullQueue = 40;
/** Transactions that a position may fall behind before it is moved on over events of others. */
const idleDistance = 500;
/** Milliseconds after which a resting position is looked at under its lock, so that it can be moved on (`isIdle`). */
const longestRest = 10 * 60_000;
const retries = { attempts: 6, backoff: { type: 'exponential', delay: 1_000, jitter: 0.5 } } as const;

/**
 * Puts the places of the events that a consumer wants on its queue, in commit order. The position is kept in the database
 * and its row is locked meanwhile, so two processes never feed at once. A crash between queue and position puts a batch on
 * the queue twice; the consumer's inbox makes that harmless.
 */
export function feedConsumer(host: FeedHost, consumer: Consumer): Loop {
  const reader = createOutboxReader(host.relayDatabase, consumer.source);
  const newsAfter = outboxNews(host.relayDatabase, consumer.source);
  const queue = host.queues.queue<EventJob>(consumer.name);
  // What this process knows: up to `looked` there is nothing for the consumer that was not fed, and `kept` is what the database says.
  let looked: OutboxPosition = { txid: 0, seq: 0 };
  let kept = 0;
  let lockedAt = Number.NEGATIVE_INFINITY;
  const step = async (): Promise<boolean> => {
    // Most wake-ups are about events of other types. One look without a lock tells, instead of a transaction of six statements.
    const { head, some } = await newsAfter(looked, consumer.types);
    if (!some && head.txid - kept <= idleDistance && performance.now() - lockedAt < longestRest) {
      if (isAfter(head, looked)) looked = head;
      return false;
    }
    if ((await queue.depth()) >= fullQueue) return false;
    lockedAt = performance.now();
    const fed = await withPosition(host.relayDatabase, consumer, async (position, on) => {
      const [end, places] = await allOver([
        reader.head(on),
        reader.placesAfter(position, batchSize, { types: consumer.types, on }),
      ]);
      const last = places.at(-1)?.position;
      if (last) await queue.add(jobsOf(places), retries);
      kept = position.txid;
      looked = last ?? end;
      // Up to `end` there was nothing for this consumer: without this step it would read over the same rows for ever.
      return last ?? (isIdle(position, end) ? end : undefined);
    });
    if (fed && consumer.pace) await pause(consumer.pace.rest());
    return fed;
  };
  const loop = createLoop(`feed ${consumer.name}`, step, host.log);
  const off = host.wakeUps.on(consumer.source, loop.wake);
  return {
    ...loop,
    stop: () => {
      off();
      return loop.stop();
    },
  };
}

/** A position that rests is moved on now and then, so that rows it does not want are not kept for it. */
function isIdle(position: Position, head: OutboxPosition): boolean {
  const distance = head.txid - position.txid;
  return distance > idleDistance || (distance > 0 && position.rested);
}

interface Position extends OutboxPosition {
  readonly rested: boolean;
}

/** Resolves to whether there may be more. `advance` answers the new position, or undefined when nothing was there. */
async function withPosition(
  database: Database,
  consumer: Consumer,
  advance: (position: Position, on: pg.PoolClient) => Promise<OutboxPosition | undefined>,
): Promise<boolean> {
  const table = `${consumer.source}.outbox_position`;
  const client = await database.pool.connect();
  try {
    const [, position] = await allOver([client.query('BEGIN'), lockPosition(client, table, consumer.name)]);
    const next = position && (await advance(position, client));
    if (next) {
      const text = `UPDATE ${table} SET txid = $2, seq = $3, updated_at = now() WHERE consumer = $1`;
      await allOver([client.query(text, [consumer.name, next.txid, next.seq]), client.query('COMMIT')]);
    } else await client.query('COMMIT');
    client.release();
    return next !== undefined;
  } catch (error) {
    client.release(true);
    throw error;
  }
}

async function lockPosition(client: pg.PoolClient, table: string, consumer: string): Promise<Position | undefined> {
  const made = `INSERT INTO ${table} (consumer, txid, seq) VALUES ($1, 0, 0) ON CONFLICT DO NOTHING`;
  const locked = `SELECT txid, seq, updated_at < now() - interval '1 hour' AS rested FROM ${table} WHERE consumer = $1 FOR UPDATE SKIP LOCKED`;
  const [, { rows }] = await allOver([client.query(made, [consumer]), client.query<Position>(locked, [consumer])]);
  return rows[0];
}

/** One job for each company that the places are of. */
function jobsOf(places: readonly OutboxPlace[]): EventJob[] {
  const byCompany = new Map<string, EventJob & { places: { seq: number }[] }>();
  for (const { companyId, position } of places) {
    const job = byCompany.get(companyId) ?? { companyId, places: [] };
    job.places.push({ seq: position.seq });
    byCompany.set(companyId, job);
  }
  return [...byCompany.values()];
}
