import { defineConsumer } from '@teei/runtime/consumer';
import type { SubgraphParts } from '@teei/runtime/create-subgraph';
import { metricRules } from '../domain/formulas.ts';
import { factsChanged, metricsUpdated, sroiAccountChanged } from '../events/index.ts';
import { computeMetrics, takeDirty } from '../store/metric-computation.ts';
import { computeSocialReturn } from './compute-social-return.ts';

/** Computes the metrics of the months that changed. However many changes are waiting, they cost one computation. */
export const metricComputer = (parts: SubgraphParts) =>
  defineConsumer({
    name: 'outcomes-compute-metrics',
    source: 'outcomes',
    contracts: [factsChanged, sroiAccountChanged],
    calm: 700,
    weight: 'background',
    handle: async (tx) => {
      const months = await takeDirty(tx);
      const counted = months.length === 0 ? [] : await computeMetrics(tx, months, metricRules);
      const metricIds = [...counted, ...(await computeSocialReturn(tx))];
      if (metricIds.length === 0) return;
      await parts.outbox.append(tx, metricsUpdated, [{ subject: tx.companyId, data: { metricIds } }]);
    },
  });
