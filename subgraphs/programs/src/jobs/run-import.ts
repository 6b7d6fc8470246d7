import { allOver } from '@teei/runtime/all-over';
import type { SubgraphParts } from '@teei/runtime/create-subgraph';
import { openDatabase } from '@teei/runtime/database';
import { inTenant, type TenantTransaction } from '@teei/runtime/tenant-transaction';
import { serviceViewer, type TenantViewer } from '@teei/runtime/viewer';
import type { Dialect } from '../domain/import-file/dialect.ts';
import type { RawRow } from '../domain/import-file/raw-row.ts';
import { readRows } from '../domain/import-file/read-rows.ts';
import type { PeopleDirectory } from '../domain/people-directory.ts';
import { importProgressed } from '../events/index.ts';
import type { ImportRow } from '../rows/import.ts';
import { ImportStore } from '../store/import-store.ts';
import type { CheckedBatch } from './import-batch.ts';
import type { ImportLane } from './import-lane.ts';
import { KnownPeople, type MetPeople } from './known-people.ts';
import { onLane } from './on-lane.ts';
import { readAhead } from './read-ahead.ts';
import { streamUpload, uploadPath } from './upload-file.ts';

/** Rows that are stored in one transaction: a cancellation or a crash costs at most the work on so many. */
const batchSize = 2_500;

/**
 * Runs an import from its checkpoint to the end. Each batch commits with its events, its issues and the new checkpoint,
 * so a run that was killed goes on where the last commit was, and a run that is repeated finds nothing left to do.
 */
export async function runImport(
  parts: SubgraphParts,
  people: PeopleDirectory,
  companyId: string,
  importId: string,
): Promise<void> {
  const viewer = serviceViewer('programs', companyId);
  const started = await inTenant(parts.database, viewer, (tx) => begin(parts, tx, importId));
  if (!started) return;
  const database = openDatabase({
    url: parts.platform.databaseUrl,
    role: 'teei_programs',
    connections: 1,
    pipeline: true,
    // Rows and checkpoint are kept or lost together; the end is told on an ordinary connection, which makes all of them durable.
    relaxed: true,
  });
  try {
    const isOver = await onLane(started.kind, (lane) =>
      runOn(lane, { ...parts, database }, people, companyId, started),
    );
    if (isOver) await inTenant(parts.database, viewer, (tx) => end(parts, tx, importId));
  } finally {
    await database.close();
  }
}

/** Resolves to whether the file was read to its end. */
async function runOn<Incoming>(
  lane: ImportLane<Incoming>,
  parts: SubgraphParts,
  people: PeopleDirectory,
  companyId: string,
  started: ImportRow,
): Promise<boolean> {
  const viewer = serviceViewer('programs', companyId);
  const importId = started.id;
  const known = new KnownPeople(people, companyId, lane.system, importId);
  const file = streamUpload(uploadPath(parts.platform.dataFolder, companyId, started.uploadId));
  const now = new Date();
  let position = 0;
  const prepare = async (rows: readonly RawRow[]) => {
    const fresh = rows.slice(Math.max(0, started.rowsRead - position));
    position += rows.length;
    const batch = lane.check(fresh, started, now);
    return {
      dialect: started.dialect,
      importId,
      rows: fresh,
      batch,
      people: await known.meet(lane.peopleOf(batch.incoming)),
      before: position - fresh.length,
      bytesRead: file.bytesRead(),
    };
  };
  for await (const step of readAhead(readRows(file.source, started.dialect, { batchSize }), prepare)) {
    if (step.rows.length === 0) continue;
    const begun = performance.now();
    const goOn = await storeUnlessInterrupted(lane, parts, viewer, step);
    if (!goOn) return false;
    await parts.platform.queues.room.giveWay(performance.now() - begun);
  }
  return true;
}

interface Step<Incoming> {
  readonly dialect: Dialect;
  readonly importId: string;
  readonly rows: readonly RawRow[];
  readonly batch: CheckedBatch<Incoming>;
  readonly people: MetPeople;
  /** Rows of the file before this batch. */
  readonly before: number;
  readonly bytesRead: number;
}

async function begin(parts: SubgraphParts, tx: TenantTransaction, importId: string): Promise<ImportRow | undefined> {
  const imports = new ImportStore(tx);
  const found = await imports.lock(importId);
  if (found?.status !== 'QUEUED' && found?.status !== 'RUNNING') return undefined;
  if (found.status === 'QUEUED') {
    await imports.setStatus(importId, 'RUNNING');
    await tellProgress(parts, tx, importId);
  }
  return found;
}

/** Somebody asked for an end of the run, or another worker has taken it over. */
class Interrupted extends Error {}

/** Resolves to whether the run goes on. */
async function storeUnlessInterrupted<Incoming>(
  lane: ImportLane<Incoming>,
  parts: SubgraphParts,
  viewer: TenantViewer,
  step: Step<Incoming>,
): Promise<boolean> {
  try {
    await inTenant(parts.database, viewer, (tx) => storeBatch(lane, parts, tx, step));
    return true;
  } catch (error) {
    if (!(error instanceof Interrupted)) throw error;
  }
  await inTenant(parts.database, viewer, (tx) => leave(parts, tx, step));
  return false;
}

/** Its lock and the rows are sent together: whether the run may go on is known before anything is committed. */
async function storeBatch<Incoming>(
  lane: ImportLane<Incoming>,
  parts: SubgraphParts,
  tx: TenantTransaction,
  step: Step<Incoming>,
): Promise<void> {
  const imports = new ImportStore(tx);
  const { importId, rows, bytesRead } = step;
  const [current, { batch, stored }] = await allOver([imports.lock(importId), storeRows(lane, parts, tx, step)]);
  if (!isAt(current, step) || current?.cancelAsked) throw new Interrupted();
  const account = { ...stored, read: rows.length, rejected: batch.rejected.length };
  await allOver([
    imports.addIssues(importId, batch.issues),
    imports.addRejects(importId, batch.rejected),
    imports.advance(importId, account, bytesRead),
    tellProgress(parts, tx, importId),
  ]);
}

async function storeRows<Incoming>(
  lane: ImportLane<Incoming>,
  parts: SubgraphParts,
  tx: TenantTransaction,
  step: Step<Incoming>,
) {
  const batch = await lane.screen(tx, step.batch, step.dialect);
  return { batch, stored: await lane.store(parts, tx, step.people, step.importId, batch.incoming) };
}

/** Another worker may have taken over while this one was thought dead: whoever finds the checkpoint moved leaves. */
function isAt(current: ImportRow | undefined, { before }: Step<unknown>): boolean {
  return current?.status === 'RUNNING' && current.rowsRead === before;
}

async function leave(parts: SubgraphParts, tx: TenantTransaction, step: Step<unknown>): Promise<void> {
  const imports = new ImportStore(tx);
  const current = await imports.lock(step.importId);
  if (!isAt(current, step) || !current?.cancelAsked) return;
  await imports.setStatus(step.importId, 'CANCELLED');
  await tellProgress(parts, tx, step.importId);
}

async function end(parts: SubgraphParts, tx: TenantTransaction, importId: string): Promise<void> {
  const imports = new ImportStore(tx);
  const current = await imports.lock(importId);
  if (current?.status !== 'RUNNING') return;
  await imports.setStatus(importId, 'COMPLETED');
  await tellProgress(parts, tx, importId);
}

export function tellProgress(parts: SubgraphParts, tx: TenantTransaction, importId: string): Promise<void> {
  return parts.outbox.append(tx, importProgressed, [{ subject: importId, data: { importId } }]);
}
