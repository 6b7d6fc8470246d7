import type { Consumer } from './consumer.ts';
import type { Database } from './database.ts';
import { type Job, repeatedJob } from './job.ts';
import type { Logger } from './log.ts';
import type { OutboxSchema } from './outbox.ts';
import { createOutboxClearing } from './outbox-clearing.ts';
import type { Queues } from './queues.ts';
import { shortestWordRetention } from './word-retention-bounds.ts';

/** For how many days what has done its work is kept. */
export interface Retention {
  /** Events that every consumer has had, and the notes that they were handled. */
  readonly events: number;
  /** Files of imports that are over. */
  readonly uploads: number;
  /** Bodies of webhooks that were handled. */
  readonly webhooks: number;
  /** What people wrote, where their company has not chosen another time. */
  readonly words: number;
}

export const defaultRetention: Retention = { events: 30, uploads: 90, webhooks: 90, words: 90 };

export const retentionInterval = 3_600_000;

/** Clears a subgraph's outbox and its consumers' inbox, every hour in one of the processes that work for it. */
export function retentionJob(host: RetentionHost, consumers: readonly Consumer[]): Job {
  return repeatedJob(host.queues, `${host.schema}-retention`, retentionInterval, () => clearOldEvents(host, consumers));
}

export interface RetentionHost {
  readonly schema: OutboxSchema;
  /** Acts as teei_relay. */
  readonly relayDatabase: Database;
  readonly queues: Queues;
  readonly retention: Retention;
  readonly log: Logger;
}

/** Clears what is old enough now. Anything that stops it in the middle leaves the rest for the next time. */
export async function clearOldEvents(
  host: Omit<RetentionHost, 'queues'>,
  consumers: readonly Consumer[],
): Promise<void> {
  const clearing = createOutboxClearing(host.relayDatabase, host.schema);
  const before = new Date(Date.now() - host.retention.events * 86_400_000);
  while (await clearing.clearOutbox(before));
  for (const consumer of consumers) await clearing.clearInbox(consumer, before);
  await clearing.clearDeadLetters(new Date(Date.now() - shortestWordRetention * 86_400_000));
  const late = await clearing.heldBackBy(before);
  if (late)
    host.log.warn(
      { outbox: host.schema, consumer: late },
      'old events are kept for a consumer that does not take them',
    );
}
