import { allOver } from './all-over.ts';
import type { EventContract } from './define-event.ts';
import { newId, newPackId } from './id.ts';
import type { SubgraphName } from './subgraph-names.ts';
import type { TenantTransaction } from './tenant-transaction.ts';
import type { WakeUps } from './wake-ups.ts';

export type OutboxSchema = SubgraphName | 'identity';

export interface NewEvent<Data> {
  readonly subject: string;
  readonly data: Data;
  readonly causationId?: string;
}

/** Where a subgraph puts the events of a change: in the same transaction as the change itself. */
export interface Outbox {
  append<Type extends string, Data>(
    tx: TenantTransaction,
    contract: EventContract<Type, Data>,
    events: readonly NewEvent<Data>[],
  ): Promise<void>;
}

/** From so many events of one type on, they share rows: a row with its index entries costs more than what most events say. */
const fewestInPack = 16;
/** Bounds what a reader takes into memory with one row. */
const mostInPack = 500;

export function createOutbox(schema: OutboxSchema, wakeUps: WakeUps): Outbox {
  // The schema is one of a closed list of names in this code, so it may stand in the text.
  const into = `INSERT INTO ${schema}.outbox (id, company_id, type, data_version, subject, correlation_id, causation_id, size, data)`;
  const single = `${into} SELECT e.id, $1, $2, $3, e.subject, NULL, e.causation_id, 1, e.data
    FROM unnest($4::uuid[], $5::text[], $6::uuid[], $7::jsonb[]) AS e (id, subject, causation_id, data)`;
  const packed = `${into} VALUES ($4, $1, $2, $3, '', NULL, NULL, $5, $6)`;
  return {
    append: async (tx, { type, dataVersion }, events) => {
      if (events.length === 0) return;
      const about = [tx.companyId, type, dataVersion];
      if (events.length < fewestInPack)
        await tx.query({ name: `outbox-${schema}`, text: single, values: [...about, ...columnsOf(events)] });
      // One statement for each pack: within an array, every quotation mark of its JSON would have to be escaped.
      else
        await allOver(
          packsOf(events).map((pack) => {
            const values = [...about, newPackId(), pack.length, JSON.stringify(pack)];
            return tx.query({ name: `outbox-pack-${schema}`, text: packed, values });
          }),
        );
      tx.afterCommit(() => wakeUps.wake(schema));
    },
  };
}

function columnsOf(events: readonly NewEvent<unknown>[]): unknown[] {
  return [
    events.map(() => newId()),
    events.map(({ subject }) => subject),
    events.map(({ causationId }) => causationId ?? null),
    events.map(({ data }) => JSON.stringify(data)),
  ];
}

/** As few as can be and alike in size. A pack's `data` is the list of its events; their ids follow from the row's (`idInPack`). */
function packsOf<Event>(events: readonly Event[]): Event[][] {
  const count = Math.ceil(events.length / mostInPack);
  return Array.from({ length: count }, (_, n) =>
    events.slice(Math.floor((n * events.length) / count), Math.floor(((n + 1) * events.length) / count)),
  );
}
