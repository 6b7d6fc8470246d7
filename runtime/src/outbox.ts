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

/** Events of one type in the form in which they are stored. Writing a thousand takes a while, and needs no connection. */
export interface WrittenEvents {
  readonly type: string;
  readonly dataVersion: number;
  readonly rows: readonly WrittenRow[];
}

interface WrittenRow {
  readonly id: string;
  readonly subject: string;
  readonly causationId: string | null;
  readonly size: number;
  readonly data: string;
}

/** Where a subgraph puts the events of a change: in the same transaction as the change itself. */
export interface Outbox {
  append<Type extends string, Data>(
    tx: TenantTransaction,
    contract: EventContract<Type, Data>,
    events: readonly NewEvent<Data>[],
  ): Promise<void>;
  /** As `append`, for events that were written before. Those of one writing are put once. */
  put(tx: TenantTransaction, events: WrittenEvents): Promise<void>;
}

/** From so many events of one type on, they share rows: a row with its index entries costs more than what most events say. */
const fewestInPack = 16;
/** Bounds what a reader takes into memory with one row. */
const mostInPack = 500;

export function createOutbox(schema: OutboxSchema, wakeUps: WakeUps): Outbox {
  // The schema is one of a closed list of names in this code, so it may stand in the text.
  const into = `INSERT INTO ${schema}.outbox (id, company_id, type, data_version, subject, correlation_id, causation_id, size, data)`;
  const singles = `${into} SELECT e.id, $1, $2, $3, e.subject, NULL, e.causation_id, 1, e.data
    FROM unnest($4::uuid[], $5::text[], $6::uuid[], $7::jsonb[]) AS e (id, subject, causation_id, data)`;
  const packed = `${into} VALUES ($4, $1, $2, $3, '', NULL, NULL, $5, $6)`;
  const put = async (tx: TenantTransaction, { type, dataVersion, rows }: WrittenEvents): Promise<void> => {
    if (rows.length === 0) return;
    const about = [tx.companyId, type, dataVersion];
    const single = rows.filter(({ size }) => size === 1);
    const packs = rows.filter(({ size }) => size > 1);
    // One statement for each pack: within an array, every quotation mark of its JSON would have to be escaped.
    await allOver([
      ...(single.length === 0
        ? []
        : [tx.query({ name: `outbox-${schema}`, text: singles, values: [...about, ...columnsOf(single)] })]),
      ...packs.map(({ id, size, data }) =>
        tx.query({ name: `outbox-pack-${schema}`, text: packed, values: [...about, id, size, data] }),
      ),
    ]);
    tx.afterCommit(() => wakeUps.wake(schema));
  };
  return { append: async (tx, contract, events) => put(tx, writeEvents(contract, events)), put };
}

export function writeEvents<Type extends string, Data>(
  { type, dataVersion }: EventContract<Type, Data>,
  events: readonly NewEvent<Data>[],
): WrittenEvents {
  const rows = events.length < fewestInPack ? events.map(rowOf) : packsOf(events).map(packedRowOf);
  return { type, dataVersion, rows };
}

function rowOf({ subject, causationId, data }: NewEvent<unknown>): WrittenRow {
  return { id: newId(), subject, causationId: causationId ?? null, size: 1, data: JSON.stringify(data) };
}

function packedRowOf(pack: readonly NewEvent<unknown>[]): WrittenRow {
  return { id: newPackId(), subject: '', causationId: null, size: pack.length, data: JSON.stringify(pack) };
}

function columnsOf(rows: readonly WrittenRow[]): unknown[] {
  return [
    rows.map(({ id }) => id),
    rows.map(({ subject }) => subject),
    rows.map(({ causationId }) => causationId),
    rows.map(({ data }) => data),
  ];
}

/** As few as can be and alike in size. A pack's `data` is the list of its events; their ids follow from the row's (`idInPack`). */
function packsOf<Event>(events: readonly Event[]): Event[][] {
  const count = Math.ceil(events.length / mostInPack);
  return Array.from({ length: count }, (_, n) =>
    events.slice(Math.floor((n * events.length) / count), Math.floor(((n + 1) * events.length) / count)),
  );
}
