import type { SubgraphParts } from '@teei/runtime/create-subgraph';
import type { TenantTransaction } from '@teei/runtime/tenant-transaction';
import type { SourcedKind } from '../domain/records/record-kind.ts';
import type { Deletion } from '../domain/webhook/deletion.ts';
import { sessionWithdrawn } from '../events/index.ts';
import { RecordSourceStore } from '../store/record-source-store.ts';
import { recordTables } from '../store/record-tables.ts';
import { SessionWrites } from '../store/session-writes.ts';
import { recordNews } from './record-news.ts';
import { settleSharedWork } from './settle-shared-work.ts';

/**
 * Withdraws records that their source has deleted, and says so. What is not here needs nothing. Resolves to those that had to
 * stay: a match that something else still speaks of. People and their places in programmes stay too, as their source did not delete them.
 */
export async function withdrawDeleted(
  parts: SubgraphParts,
  tx: TenantTransaction,
  deletions: readonly Deletion[],
): Promise<readonly Deletion[]> {
  const kept: Deletion[] = [];
  for (const of of new Set(deletions.map((each) => each.of))) {
    const sourceIds = deletions.flatMap((each) => (each.of === of ? each.sourceId : []));
    if (of === 'KINTELL_SESSION') await withdrawSessions(parts, tx, sourceIds);
    else
      kept.push(...(await withdrawRecords(parts, tx, of, sourceIds)).map((sourceId): Deletion => ({ of, sourceId })));
  }
  return kept;
}

async function withdrawSessions(
  parts: SubgraphParts,
  tx: TenantTransaction,
  sourceIds: readonly string[],
): Promise<void> {
  const gone = await new SessionWrites(tx).withdraw(sourceIds);
  await parts.outbox.append(
    tx,
    sessionWithdrawn,
    gone.map(({ id, revision, startedAt }) => ({
      subject: id,
      data: { sessionId: id, revision, startedAt: startedAt.toISOString() },
    })),
  );
  await settleSharedWork(parts, tx, sourceIds);
}

/** Resolves to the source ids of what had to stay. */
async function withdrawRecords(
  parts: SubgraphParts,
  tx: TenantTransaction,
  kind: SourcedKind,
  sourceIds: readonly string[],
): Promise<string[]> {
  const sources = new RecordSourceStore(tx, kind);
  await sources.lock();
  const stored = await sources.bySourceId(sourceIds);
  const ids = [...stored.values()].map(({ id }) => id);
  if (ids.length === 0) return [];
  const rows = await recordTables[kind].read(tx, ids);
  const gone = new Set((await recordTables[kind].remove(tx, ids)).map(({ id }) => id));
  await sources.forget([...gone]);
  const revisions = new Map([...stored.values()].map(({ id, revision }) => [id, revision]));
  const withdrawn = rows.flatMap(({ row }) =>
    gone.has(row.id) ? { row, revision: (revisions.get(row.id) ?? 1) + 1 } : [],
  );
  await recordNews[kind].withdrawn(parts, tx, withdrawn);
  return [...stored].flatMap(([sourceId, { id }]) => (gone.has(id) ? [] : sourceId));
}
