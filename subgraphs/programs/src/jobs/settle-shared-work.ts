import type { SubgraphParts } from '@teei/runtime/create-subgraph';
import type { TenantTransaction } from '@teei/runtime/tenant-transaction';
import { RecordSourceStore } from '../store/record-source-store.ts';
import { recordTables } from '../store/record-tables.ts';
import { SharedWork } from '../store/shared-work.ts';
import { recordNews } from './record-news.ts';

/**
 * After sessions came, changed or went: activities under their ids that count now, or count no more, are told anew. Activities
 * come behind the same lock, so of the two whoever is later sees the other.
 */
export async function settleSharedWork(
  { outbox }: Pick<SubgraphParts, 'outbox'>,
  tx: TenantTransaction,
  sourceIds: readonly string[],
): Promise<void> {
  if (sourceIds.length === 0) return;
  const sources = new RecordSourceStore(tx, 'VOLUNTEER_ACTIVITY');
  await sources.lock();
  const shared = new SharedWork(tx);
  const activities = await shared.under(sourceIds);
  if (activities.length === 0) return;
  const moved = await shared.note(activities);
  if (moved.length === 0) return;
  const revisions = await sources.tellAgain(moved);
  const rows = await recordTables.VOLUNTEER_ACTIVITY.read(tx, moved);
  const versions = rows.map(({ row }) => ({ row, revision: revisions.get(row.id) ?? 1 }));
  await recordNews.VOLUNTEER_ACTIVITY.corrected({ outbox }, tx, versions);
}
