import type { SubgraphParts } from '@teei/runtime/create-subgraph';
import type { TenantTransaction } from '@teei/runtime/tenant-transaction';
import { factsChanged } from '../events/index.ts';
import { markDirty } from '../store/metric-computation.ts';

/** Has the metrics of these months (yyyy-mm-01) computed anew. */
export async function tellMonths(
  { outbox }: Pick<SubgraphParts, 'outbox'>,
  tx: TenantTransaction,
  months: readonly string[],
): Promise<void> {
  if (months.length === 0) return;
  await markDirty(tx, months);
  await outbox.append(tx, factsChanged, [{ subject: tx.companyId, data: { months: [...new Set(months)].sort() } }]);
}
