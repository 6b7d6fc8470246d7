import type { Consumer } from './consumer.ts';
import type { Database } from './database.ts';
import type { PlatformEvent } from './define-event.ts';
import { newId } from './id.ts';
import { claim, markDone, type Parcel, parcelOf, unpack } from './inbox.ts';
import { type Logger, plainError } from './log.ts';
import { createOutboxReader, type OutboxReader } from './outbox-reader.ts';
import type { JobQueue, QueuedJob, Queues } from './queues.ts';
import type { SubgraphName } from './subgraph-names.ts';
import { inTenant } from './tenant-transaction.ts';
import { serviceViewer } from './viewer.ts';

/** Events of one company on their way to one consumer. The queue holds where they are; what they say stays in the outbox. */
export interface EventJob {
  readonly companyId: string;
  readonly places: readonly Place[];
}

interface Place {
  /** The outbox's row. */
  readonly seq: number;
  /** One event (from 0) of a row that holds several; all of them when left out. */
  readonly only?: number;
}

export interface ConsumerHost {
  /** The schema that holds the consumer's inbox and dead letters. */
  readonly subgraph: SubgraphName;
  readonly database: Database;
  /** Acts as teei_relay. */
  readonly relayDatabase: Database;
  readonly queues: Queues;
  readonly log: Logger;
}

const retries = { attempts: 6, backoff: { type: 'exponential', delay: 1_000, jitter: 0.5 } } as const;

/**
 * Works on the consumer's queue. Effect and inbox row commit together, so an event that arrives twice has one effect.
 * When a batch fails, its events are tried one by one and those that fail go on alone, so that one bad event stops no other.
 */
export async function runConsumer(host: ConsumerHost, consumer: Consumer): Promise<void> {
  const queue = host.queues.queue<EventJob>(consumer.name);
  const reader = createOutboxReader(host.relayDatabase, consumer.source);
  const handle = async (job: QueuedJob<EventJob>): Promise<void> => {
    const { companyId, places } = job.data;
    const viewer = serviceViewer(consumer.name, companyId);
    const attempt = (parcels: readonly Parcel[]): Promise<void> =>
      inTenant(host.database, viewer, async (tx) => {
        const events = await claim(tx, host.subgraph, consumer.name, parcels);
        if (events.length === 0) return;
        const started = performance.now();
        await consumer.handle(tx, events);
        consumer.pace?.took(performance.now() - started);
      });
    const parcels = await collect(reader, companyId, places);
    if (parcels.length < places.length)
      host.log.error({ consumer: consumer.name, places }, 'events were cleared before they were handled');
    try {
      await attempt(parcels);
    } catch (error) {
      const [only] = parcels;
      if (parcels.length === 1 && only?.events.length === 1) await failed(host, consumer, job, only.events, error);
      else {
        await oneByOne(queue, companyId, parcels, attempt);
        await inTenant(host.database, viewer, (tx) => markDone(tx, host.subgraph, consumer.name, parcels));
      }
    }
  };
  await host.queues.work(consumer.name, 2, handle, consumer.weight);
}

/** Reads what the places hold. A row of another company is never handed on, whatever a job says. */
async function collect(reader: OutboxReader, companyId: string, places: readonly Place[]): Promise<Parcel[]> {
  const rows = await reader.bySeq(places.map(({ seq }) => seq));
  const single = new Map(places.flatMap(({ seq, only }) => (only === undefined ? [] : [[seq, only] as const])));
  return rows.flatMap((row) => {
    if (row.companyId !== companyId) return [];
    const parcel = parcelOf(row);
    const only = single.get(row.position.seq);
    return only === undefined ? [parcel] : (unpack(parcel)[only] ?? []);
  });
}

async function oneByOne(
  queue: JobQueue<EventJob>,
  companyId: string,
  parcels: readonly Parcel[],
  attempt: (some: readonly Parcel[]) => Promise<void>,
): Promise<void> {
  for (const parcel of parcels) {
    for (const [n, single] of unpack(parcel).entries()) {
      try {
        await attempt([single]);
      } catch {
        const place = parcel.events.length === 1 ? { seq: parcel.seq } : { seq: parcel.seq, only: n };
        await queue.add([{ companyId, places: [place] }], retries);
      }
    }
  }
}

async function failed(
  host: ConsumerHost,
  consumer: Consumer,
  job: QueuedJob<EventJob>,
  [event]: readonly PlatformEvent[],
  error: unknown,
): Promise<void> {
  if (!event) return;
  if (!job.lastAttempt) throw error;
  host.log.error(
    { error: plainError(error), consumer: consumer.name, eventId: event.id },
    'event became a dead letter',
  );
  await inTenant(host.database, serviceViewer(consumer.name, job.data.companyId), async (tx) => {
    await tx.client.query(
      `INSERT INTO ${host.subgraph}.dead_letter (id, company_id, consumer, event, error, attempts) VALUES ($1, $2, $3, $4, $5, $6)`,
      [newId(), tx.companyId, consumer.name, JSON.stringify(event), messageOf(error), job.attempt],
    );
  });
}

function messageOf(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).slice(0, 2_000);
}
