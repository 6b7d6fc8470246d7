import type { SubgraphParts } from '@teei/runtime/create-subgraph';
import type { TenantTransaction } from '@teei/runtime/tenant-transaction';
import type { SourcedKind } from '../domain/records/record-kind.ts';
import { peopleOrphaned } from '../events/index.ts';
import { ImportUndo } from '../store/import-undo.ts';
import type { RecordRow } from '../store/record-rows.ts';
import { RecordSourceStore } from '../store/record-source-store.ts';
import { recordTables } from '../store/record-tables.ts';
import { recordNews } from './record-news.ts';

/** Takes back one batch of what an import did, corrections first. Resolves to whether there was anything left to take back. */
export async function undoRecords(
  parts: SubgraphParts,
  tx: TenantTransaction,
  kind: SourcedKind,
  importId: string,
  batchSize: number,
): Promise<boolean> {
  await new RecordSourceStore(tx, kind).lock();
  return (
    (await restoreCorrected(parts, tx, kind, importId, batchSize)) ||
    (await withdrawCreated(parts, tx, kind, importId, batchSize))
  );
}

async function restoreCorrected(
  parts: SubgraphParts,
  tx: TenantTransaction,
  kind: SourcedKind,
  importId: string,
  batchSize: number,
): Promise<boolean> {
  const sources = new RecordSourceStore(tx, kind);
  const earlier = await sources.firstChanges(importId, batchSize);
  if (earlier.length === 0) return false;
  const ids = earlier.map(({ id }) => id);
  const corrected = await recordTables[kind].read(tx, ids);
  await recordTables[kind].overwrite(
    tx,
    earlier.map(({ before }) => before),
  );
  await sources.restore(importId, earlier);
  const revisions = await sources.revisionsOf(ids);
  const restored = earlier.map(({ id, before }) => ({ row: before, revision: revisions.get(id) ?? 1 }));
  await recordNews[kind].corrected(parts, tx, restored);
  await tellOrphans(
    parts,
    tx,
    importId,
    corrected.map(({ row }) => row),
  );
  return true;
}

async function withdrawCreated(
  parts: SubgraphParts,
  tx: TenantTransaction,
  kind: SourcedKind,
  importId: string,
  batchSize: number,
): Promise<boolean> {
  const sources = new RecordSourceStore(tx, kind);
  const ids = await sources.createdBy(importId, batchSize);
  if (ids.length === 0) return false;
  const [rows, revisions] = [await recordTables[kind].read(tx, ids), await sources.revisionsOf(ids)];
  const gone = new Set((await recordTables[kind].remove(tx, ids)).map(({ id }) => id));
  await sources.release(ids.filter((id) => !gone.has(id)));
  await sources.forget([...gone]);
  const withdrawn = rows.flatMap(({ row }) =>
    gone.has(row.id) ? { row, revision: (revisions.get(row.id) ?? 1) + 1 } : [],
  );
  await recordNews[kind].withdrawn(parts, tx, withdrawn);
  await tellOrphans(
    parts,
    tx,
    importId,
    withdrawn.map(({ row }) => row),
  );
  return true;
}

/** Tells of people whom this import had brought and who have nothing else. */
async function tellOrphans(
  parts: SubgraphParts,
  tx: TenantTransaction,
  importId: string,
  rows: readonly RecordRow[],
): Promise<void> {
  const idsIn = (column: string): string[] => [
    ...new Set(rows.flatMap((row) => (typeof row[column] === 'string' ? row[column] : []))),
  ];
  const [participants, volunteers] = [idsIn('participant_id'), idsIn('volunteer_id')];
  if (participants.length + volunteers.length === 0) return;
  const orphans = await new ImportUndo(tx, importId).withoutRecords(participants, volunteers);
  await parts.outbox.append(tx, peopleOrphaned, [{ subject: importId, data: { importId, ...orphans } }]);
}
