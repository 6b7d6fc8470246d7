import { defineConsumer } from '@teei/runtime/consumer';
import type { SubgraphParts } from '@teei/runtime/create-subgraph';
import type { TenantTransaction } from '@teei/runtime/tenant-transaction';
import { accountResult } from '../domain/sroi/account-result.ts';
import { sroiMetric } from '../domain/sroi/sroi-metric.ts';
import { visMetrics } from '../domain/vis/vis-metrics.ts';
import { factsChanged, metricsUpdated, sroiAccountChanged } from '../events/index.ts';
import { keepMetric } from '../store/metric-writes.ts';
import { SroiAccountStore } from '../store/sroi-account-store.ts';
import { volunteerGroup } from '../store/volunteer-impact-store.ts';

/**
 * Computes what is drawn from all of a company's facts at once. Apart from the metrics of months, and seldomer: an import asks for those
 * many times, and whoever looks at a return or a score can wait for some seconds.
 */
export const impactComputer = (parts: SubgraphParts) =>
  defineConsumer({
    name: 'outcomes-compute-impact',
    source: 'outcomes',
    contracts: [factsChanged, sroiAccountChanged],
    calm: { least: 4_000, most: 4_000 },
    weight: 'background',
    handle: async (tx) => {
      const metricIds = [...(await computeSocialReturn(tx)), ...(await computeVolunteerImpact(tx))];
      if (metricIds.length === 0) return;
      await parts.outbox.append(tx, metricsUpdated, [{ subject: tx.companyId, data: { metricIds } }]);
    },
  });

/** Nothing for a company without an account. */
async function computeSocialReturn(tx: TenantTransaction): Promise<string[]> {
  const accounts = new SroiAccountStore(tx);
  const account = await accounts.find();
  if (account === null) return [];
  const gained = await accounts.gained(account.from, account.to);
  return keepMetric(tx, sroiMetric(account, accountResult(account, gained)));
}

async function computeVolunteerImpact(tx: TenantTransaction): Promise<string[]> {
  const ids: string[] = [];
  for (const metric of visMetrics(await volunteerGroup(tx))) ids.push(...(await keepMetric(tx, metric)));
  return ids;
}
