import { defineConsumer } from '@teei/runtime/consumer';
import type { SubgraphParts } from '@teei/runtime/create-subgraph';
import { metricRules } from '../domain/formulas.ts';
import { factsChanged, metricsUpdated } from '../events/index.ts';
import { computeMetrics, takeDirty } from '../store/metric-computation.ts';

/** Computes the metrics of the months that changed. However many changes are waiting, they cost one computation. */
export const metricComputer = (parts: SubgraphParts) =>
  defineConsumer({
    name: 'outcomes-compute-metrics',
    source: 'outcomes',
    contracts: [factsChanged],
    calm: { least: 10, most: 700 },
    weight: 'background',
    handle: async (tx) => {
      const months = await takeDirty(tx);
      if (months.length === 0) return;
      const metricIds = await computeMetrics(tx, months, metricRules);
      if (metricIds.length === 0) return;
      await parts.outbox.append(tx, metricsUpdated, [{ subject: tx.companyId, data: { metricIds } }]);
    },
  });
