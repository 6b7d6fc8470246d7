import type { PlatformEvent } from './define-event.ts';
import { idInPack } from './id.ts';
import type { OutboxRow } from './outbox-reader.ts';
import type { SubgraphName } from './subgraph-names.ts';
import type { TenantTransaction } from './tenant-transaction.ts';

/** What a consumer takes on or leaves as a whole: a row of an outbox, or one event of a row that holds several. */
export interface Parcel {
  readonly seq: number;
  /** What the inbox notes when the parcel is handled. */
  readonly mark: string;
  readonly events: readonly PlatformEvent[];
  /** Of a row that holds several events, and of each of them. */
  readonly pack: Pack | undefined;
}

interface Pack {
  /** Id of the first event; those of the others follow it without a gap. */
  readonly first: string;
  /** What the inbox notes when all of the row is handled: the id that would come after its last event. */
  readonly whole: string;
}

export function parcelOf({ position: { seq }, id, events }: OutboxRow): Parcel {
  if (events.length === 1) return { seq, mark: events[0]?.id ?? id, events, pack: undefined };
  const whole = idInPack(id, events.length);
  return { seq, mark: whole, events, pack: { first: id, whole } };
}

/** The parcels of single events. They are marked one by one, and know of the row that they came in. */
export function unpack(parcel: Parcel): Parcel[] {
  return parcel.events.map((event) => ({ ...parcel, mark: event.id, events: [event] }));
}

/**
 * Marks parcels as handled and answers with those of their events that were not. A row may be handled as a whole by one
 * worker and event by event by another that was thought dead: both lock it first and then see what the other has done.
 */
export async function claim(
  tx: TenantTransaction,
  subgraph: SubgraphName,
  consumer: string,
  parcels: readonly Parcel[],
): Promise<PlatformEvent[]> {
  const packs = [...new Set(parcels.flatMap(({ pack }) => pack?.whole ?? []))].sort();
  for (const whole of packs)
    await tx.client.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`${consumer} ${whole}`]);
  const done = packs.length === 0 ? new Set<string>() : await marksWithin(tx, subgraph, consumer, parcels);
  const open = parcels.filter(({ mark, pack }) => !done.has(mark) && !(pack && done.has(pack.whole)));
  const fresh = await mark(tx, subgraph, consumer, open);
  return open.flatMap((parcel) => (fresh.delete(parcel.mark) ? parcel.events.filter(({ id }) => !done.has(id)) : []));
}

/** Notes that nothing is left of these parcels, after their events were taken on one by one. */
export async function markDone(
  tx: TenantTransaction,
  subgraph: SubgraphName,
  consumer: string,
  parcels: readonly Parcel[],
): Promise<void> {
  await mark(
    tx,
    subgraph,
    consumer,
    parcels.filter(({ events }) => events.length > 1),
  );
}

/** Resolves to the marks that nobody had set. */
async function mark(
  tx: TenantTransaction,
  subgraph: SubgraphName,
  consumer: string,
  parcels: readonly Parcel[],
): Promise<Set<string>> {
  const { rows } = await tx.client.query<{ event_id: string }>({
    name: `inbox-${subgraph}`,
    text: `INSERT INTO ${subgraph}.inbox (company_id, consumer, event_id)
      SELECT $1, $2, unnest($3::uuid[]) ON CONFLICT DO NOTHING RETURNING event_id`,
    values: [tx.companyId, consumer, [...new Set(parcels.map((parcel) => parcel.mark))].sort()],
  });
  return new Set(rows.map((row) => row.event_id));
}

/** All marks of the rows that these parcels are or came in. */
async function marksWithin(
  tx: TenantTransaction,
  subgraph: SubgraphName,
  consumer: string,
  parcels: readonly Parcel[],
): Promise<Set<string>> {
  const packs = parcels.flatMap(({ pack }) => pack ?? []);
  const { rows } = await tx.client.query<{ event_id: string }>({
    name: `inbox-within-${subgraph}`,
    text: `SELECT i.event_id FROM unnest($3::uuid[], $4::uuid[]) AS pack (first, whole)
      JOIN ${subgraph}.inbox i ON i.company_id = $1 AND i.consumer = $2 AND i.event_id BETWEEN pack.first AND pack.whole`,
    values: [tx.companyId, consumer, packs.map(({ first }) => first), packs.map(({ whole }) => whole)],
  });
  return new Set(rows.map((row) => row.event_id));
}
