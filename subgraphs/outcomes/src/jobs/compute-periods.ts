import { defineConsumer } from '@teei/runtime/consumer';
import type { SubgraphParts } from '@teei/runtime/create-subgraph';
import { metricRules } from '../domain/formulas.ts';
import { factsChanged, periodsUpdated } from '../events/index.ts';
import { computePeriods, takeDirtyPeriods } from '../store/period-computation.ts';

/**
 * Computes weeks and quarters, and everything by programme, of the months that changed. Apart from the months that tiles show, and
 * seldomer: these are many times more numbers, and whoever looks at a trend can wait for some seconds.
 */
export const periodComputer = (parts: SubgraphParts) =>
  defineConsumer({
    name: 'outcomes-compute-periods',
    source: 'outcomes',
    contracts: [factsChanged],
    calm: { least: 3_000, most: 3_000 },
    weight: 'background',
    handle: async (tx) => {
      const months = await takeDirtyPeriods(tx);
      if (months.length === 0) return;
      const span = await computePeriods(tx, months, metricRules);
      if (span !== null) await parts.outbox.append(tx, periodsUpdated, [{ subject: tx.companyId, data: span }]);
    },
  });
