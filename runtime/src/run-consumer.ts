import type { Consumer } from './consumer.ts';
import type { Database } from './database.ts';
import type { PlatformEvent } from './define-event.ts';
import { newId } from './id.ts';
import type { Logger } from './log.ts';
import type { JobQueue, QueuedJob, Queues } from './queues.ts';
import type { SubgraphName } from './subgraph-names.ts';
import { inTenant, type TenantTransaction } from './tenant-transaction.ts';
import { serviceViewer } from './viewer.ts';

/** Events of one company on their way to one consumer. */
export interface EventJob {
  readonly companyId: string;
  readonly events: readonly PlatformEvent[];
}

export interface ConsumerHost {
  /** The schema that holds the consumer's inbox and dead letters. */
  readonly subgraph: SubgraphName;
  readonly database: Database;
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
  await host.queues.work<EventJob>(consumer.name, 2, async (job) => {
    const { companyId, events } = job.data;
    const viewer = serviceViewer(consumer.name, companyId);
    const attempt = (some: readonly PlatformEvent[]): Promise<void> =>
      inTenant(host.database, viewer, (tx) => handleOnce(host.subgraph, consumer, tx, some));
    try {
      await attempt(events);
    } catch (error) {
      if (events.length > 1) await oneByOne(queue, companyId, events, attempt);
      else await failed(host, consumer, job, error);
    }
  });
}

async function handleOnce(
  subgraph: SubgraphName,
  consumer: Consumer,
  tx: TenantTransaction,
  events: readonly PlatformEvent[],
): Promise<void> {
  const { rows } = await tx.client.query<{ event_id: string }>({
    name: `inbox-${subgraph}`,
    text: `INSERT INTO ${subgraph}.inbox (company_id, consumer, event_id)
      SELECT $1, $2, unnest($3::uuid[]) ON CONFLICT DO NOTHING RETURNING event_id`,
    values: [tx.companyId, consumer.name, [...new Set(events.map((event) => event.id))].sort()],
  });
  const fresh = new Set(rows.map((row) => row.event_id));
  if (fresh.size > 0)
    await consumer.handle(
      tx,
      events.filter((event) => fresh.delete(event.id)),
    );
}

async function oneByOne(
  queue: JobQueue<EventJob>,
  companyId: string,
  events: readonly PlatformEvent[],
  attempt: (some: readonly PlatformEvent[]) => Promise<void>,
): Promise<void> {
  for (const event of events) {
    try {
      await attempt([event]);
    } catch {
      await queue.add([{ companyId, events: [event] }], retries);
    }
  }
}

async function failed(host: ConsumerHost, consumer: Consumer, job: QueuedJob<EventJob>, error: unknown): Promise<void> {
  const [event] = job.data.events;
  if (!event) return;
  if (!job.lastAttempt) throw error;
  host.log.error({ err: error, consumer: consumer.name, eventId: event.id }, 'event became a dead letter');
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
