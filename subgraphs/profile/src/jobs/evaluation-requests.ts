import { defineConsumer } from '@teei/runtime/consumer';
import type { SubgraphParts } from '@teei/runtime/create-subgraph';
import { enqueue } from '@teei/runtime/job';
import { evaluationRequested } from '../events/index.ts';
import { evaluateEverybodyJob } from './journey-jobs.ts';

/** Turns requests into jobs. A request that comes twice makes two jobs, and the second finds nothing to do. */
export const evaluationRequests = (parts: SubgraphParts) =>
  defineConsumer({
    name: 'profile-journey-requests',
    source: 'profile',
    contracts: [evaluationRequested],
    handle: async (tx, events) => {
      for (const { data } of events) {
        await enqueue(parts.platform.queues, evaluateEverybodyJob, { companyId: tx.companyId, ...data });
      }
    },
  });
