import type { Platform } from '@teei/runtime/create-subgraph';
import { type Database, openDatabase } from '@teei/runtime/database';
import type { Queues } from '@teei/runtime/queues';
import { inTenantAtOnce } from '@teei/runtime/tenant-transaction';
import { serviceViewer } from '@teei/runtime/viewer';
import type { WakeUps } from '@teei/runtime/wake-ups';
import { type NewDelivery, WebhookQueue } from '../store/webhook-queue.ts';

/** Deliveries, and bytes of their bodies, in one transaction: what has gathered while the one before was being committed. */
const largestBatch = { deliveries: 256, bytes: 4 * 1024 * 1024 } as const;
/** Transactions under way at once; a company has one of them, so its own deliveries never wait for each other's locks. */
const lanes = 4;
/** With so much waiting, new deliveries are turned away: they would only wait longer than their senders do. */
const mostWaiting = { deliveries: 5_000, bytes: 64 * 1024 * 1024 } as const;

/** More comes in than can be written; the sender tries again later. */
export class IntakeFull extends Error {}

/**
 * Writes deliveries in group commits: those of a company that come together share one transaction, and each is answered
 * when that is on disk. So the cost of a commit is paid once for many, and the more comes, the larger the groups.
 */
export class WebhookIntake {
  readonly #database: Database;
  readonly #wakeUps: WakeUps;
  readonly #room: Queues['room'];
  readonly #waiting = new Map<string, Waiting[]>();
  readonly #busy = new Set<string>();
  #waitingDeliveries = 0;
  #waitingBytes = 0;
  #isScheduled = false;

  constructor({ databaseUrl, wakeUps, queues }: Pick<Platform, 'databaseUrl' | 'wakeUps' | 'queues'>) {
    this.#database = openDatabase({ url: databaseUrl, role: 'teei_programs', connections: lanes, pipeline: true });
    this.#wakeUps = wakeUps;
    this.#room = queues.room;
  }

  /** Call it when nobody waits for an answer any more. */
  close(): Promise<void> {
    return this.#database.close();
  }

  /** Resolves when the delivery is durable, to whether it is new. Throws `IntakeFull`. */
  receive(companyId: string, delivery: NewDelivery): Promise<'new' | 'repeated'> {
    const isFull = this.#waitingDeliveries >= mostWaiting.deliveries || this.#waitingBytes >= mostWaiting.bytes;
    if (isFull) throw new IntakeFull();
    return new Promise((resolve, reject) => {
      const ofCompany = this.#waiting.get(companyId) ?? [];
      this.#waiting.set(companyId, ofCompany);
      ofCompany.push({ delivery, resolve, reject });
      this.#waitingDeliveries++;
      this.#waitingBytes += delivery.body.length;
      this.#schedule();
    });
  }

  /** After the requests of this turn of the event loop, so that they go together. */
  #schedule(): void {
    if (this.#isScheduled) return;
    this.#isScheduled = true;
    setImmediate(() => {
      this.#isScheduled = false;
      for (const companyId of this.#waiting.keys()) {
        if (this.#busy.size >= lanes) return;
        if (!this.#busy.has(companyId)) void this.#write(companyId);
      }
    });
  }

  async #write(companyId: string): Promise<void> {
    const ofCompany = this.#waiting.get(companyId) ?? [];
    const batch = ofCompany.splice(0, batchLength(ofCompany));
    // Whoever is left goes behind the other companies.
    this.#waiting.delete(companyId);
    if (ofCompany.length > 0) this.#waiting.set(companyId, ofCompany);
    this.#waitingDeliveries -= batch.length;
    for (const { delivery } of batch) this.#waitingBytes -= delivery.body.length;
    this.#room.arrived(batch.length);
    this.#busy.add(companyId);
    await this.#commit(companyId, batch).catch((error: unknown) => this.#oneByOne(companyId, batch, error));
    this.#busy.delete(companyId);
    if (this.#waiting.size > 0) this.#schedule();
  }

  async #commit(companyId: string, batch: readonly Waiting[]): Promise<void> {
    const viewer = serviceViewer('webhooks', companyId);
    const fresh = await inTenantAtOnce(this.#database, viewer, (tx) =>
      new WebhookQueue(tx).add(batch.map(({ delivery }) => delivery)),
    );
    if (fresh.size > 0) this.#wakeUps.wake('programs');
    for (const { delivery, resolve } of batch) resolve(fresh.has(delivery.id) ? 'new' : 'repeated');
  }

  /** What one of them did wrong must not be the others' loss. */
  async #oneByOne(companyId: string, batch: readonly Waiting[], error: unknown): Promise<void> {
    if (batch.length === 1) return batch[0]?.reject(error);
    for (const each of batch) await this.#commit(companyId, [each]).catch(each.reject);
  }
}

interface Waiting {
  readonly delivery: NewDelivery;
  resolve(outcome: 'new' | 'repeated'): void;
  reject(error: unknown): void;
}

function batchLength(waiting: readonly Waiting[]): number {
  let bytes = 0;
  const end = waiting.findIndex(({ delivery }, index) => {
    bytes += delivery.body.length;
    return index > 0 && (index >= largestBatch.deliveries || bytes > largestBatch.bytes);
  });
  return end < 0 ? waiting.length : end;
}
