import type { SubgraphParts } from '@teei/runtime/create-subgraph';
import { inTenant, type TenantTransaction } from '@teei/runtime/tenant-transaction';
import { serviceViewer } from '@teei/runtime/viewer';
import { peopleOrphaned, ratingCreated, sessionCompleted, sessionWithdrawn } from '../events/index.ts';
import { ImportStore } from '../store/import-store.ts';
import { ImportUndo, type RestoredSession, type WithdrawnSession } from '../store/import-undo.ts';
import { tellPlaces } from './enrol.ts';
import { tellProgress } from './run-import.ts';
import { settleSharedWork } from './settle-shared-work.ts';
import { undoRecords } from './undo-records.ts';

const batchSize = 500;

/** Takes an import back. Each batch commits with its events, so a killed undo goes on where it was. */
export async function undoImport(parts: SubgraphParts, companyId: string, importId: string): Promise<void> {
  const viewer = serviceViewer('programs', companyId);
  let more = true;
  while (more) more = await inTenant(parts.database, viewer, (tx) => undoBatch(parts, tx, importId));
}

async function undoBatch(parts: SubgraphParts, tx: TenantTransaction, importId: string): Promise<boolean> {
  const imports = new ImportStore(tx);
  const found = await imports.lock(importId);
  if (found?.status !== 'UNDOING') return false;
  const moved =
    found.kind === 'KINTELL_SESSION'
      ? await undoSessions(parts, tx, importId)
      : await undoRecords(parts, tx, found.kind, importId, batchSize);
  if (!moved) {
    await tellPlaces(parts, tx, await new ImportUndo(tx, importId).dropEmptyEnrolments(), false);
    await imports.setStatus(importId, 'UNDONE');
  }
  await tellProgress(parts, tx, importId);
  return moved;
}

/** Resolves to whether there was anything left to take back. */
async function undoSessions(parts: SubgraphParts, tx: TenantTransaction, importId: string): Promise<boolean> {
  const undo = new ImportUndo(tx, importId);
  const restored = await undo.restoreCorrected(batchSize);
  if (restored.length > 0) await tellRestored(parts, tx, restored);
  const withdrawn = restored.length > 0 ? [] : await undo.withdrawCreated(batchSize);
  if (withdrawn.length > 0) await tellWithdrawn(parts, tx, undo, importId, withdrawn);
  await settleSharedWork(
    parts,
    tx,
    [...restored, ...withdrawn].map(({ sourceId }) => sourceId),
  );
  return restored.length + withdrawn.length > 0;
}

async function tellWithdrawn(
  parts: SubgraphParts,
  tx: TenantTransaction,
  undo: ImportUndo,
  importId: string,
  withdrawn: readonly WithdrawnSession[],
): Promise<void> {
  await parts.outbox.append(
    tx,
    sessionWithdrawn,
    withdrawn.map(({ id, revision, startedAt }) => ({
      subject: id,
      data: { sessionId: id, revision, startedAt: startedAt.toISOString() },
    })),
  );
  const orphans = await undo.withoutRecords(
    [...new Set(withdrawn.map(({ participantId }) => participantId))],
    [...new Set(withdrawn.flatMap(({ volunteerId }) => volunteerId ?? []))],
  );
  await parts.outbox.append(tx, peopleOrphaned, [{ subject: importId, data: { importId, ...orphans } }]);
}

async function tellRestored(
  parts: SubgraphParts,
  tx: TenantTransaction,
  restored: readonly RestoredSession[],
): Promise<void> {
  await parts.outbox.append(
    tx,
    sessionCompleted,
    restored.map(({ id, feedback: _, wordsSha256: __, rating: ___, sourceId: ____, startedAt, ...rest }) => ({
      subject: id,
      data: { ...rest, sessionId: id, startedAt: startedAt.toISOString(), correction: true },
    })),
  );
  await parts.outbox.append(
    tx,
    ratingCreated,
    restored.map(({ id, revision, participantId, startedAt, rating, feedback: text, wordsSha256 }) => ({
      subject: id,
      data: {
        ...{ sessionId: id, revision, participantId, startedAt: startedAt.toISOString(), rating, text },
        ...(wordsSha256 === null ? {} : { clearedSha256: wordsSha256 }),
      },
    })),
  );
}
