import type { z } from 'zod';
import { type Calm, createPace, type Pace } from './calm.ts';
import type { EventContract, PlatformEvent } from './define-event.ts';
import type { OutboxSchema } from './outbox.ts';
import type { Weight } from './queues.ts';
import type { TenantTransaction } from './tenant-transaction.ts';

/** Who wants which events of whose outbox, and what becomes of them. */
export interface Consumer {
  /** Unique on the platform; names the queue, the inbox rows and the position. */
  readonly name: string;
  readonly source: OutboxSchema;
  readonly types: readonly string[];
  /** Rests between two batches. The first one does not wait. */
  readonly pace?: Pace;
  /** `background` for what may come later while a large file is stored. */
  readonly weight?: Weight;
  /**
   * The effect of events of one company, in the transaction that also writes their inbox rows.
   * Called with events it has not had before, in any order; a throw undoes all of it.
   */
  handle(tx: TenantTransaction, events: readonly PlatformEvent[]): Promise<void>;
}

type AnyContract = EventContract<string, unknown>;
type Parsed<Contracts extends readonly AnyContract[]> = {
  [Index in keyof Contracts]: Contracts[Index] extends EventContract<infer Type, infer Data>
    ? PlatformEvent<Type, Data>
    : never;
}[number];

export function defineConsumer<const Contracts extends readonly AnyContract[]>(consumer: {
  readonly name: string;
  readonly source: OutboxSchema;
  readonly contracts: Contracts;
  readonly calm?: Calm;
  readonly weight?: Weight;
  readonly handle: (tx: TenantTransaction, events: readonly Parsed<Contracts>[]) => Promise<void>;
}): Consumer {
  const contracts = new Map(consumer.contracts.map((contract) => [contract.type, contract]));
  return {
    name: consumer.name,
    source: consumer.source,
    types: [...contracts.keys()],
    ...(consumer.calm === undefined ? {} : { pace: createPace(consumer.calm) }),
    ...(consumer.weight === undefined ? {} : { weight: consumer.weight }),
    handle: (tx, events) =>
      consumer.handle(
        tx,
        events.map((event) => parse(contracts, event) as Parsed<Contracts>),
      ),
  };
}

/** A contract is checked again when an event arrives: the sender may be of another version. */
function parse(contracts: ReadonlyMap<string, AnyContract>, event: PlatformEvent): PlatformEvent {
  const contract = contracts.get(event.type);
  if (!contract) throw new Error(`no contract for ${event.type}`);
  return { ...event, data: (contract.data as z.ZodType).parse(event.data) };
}
