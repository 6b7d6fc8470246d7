import { defineConsumer } from '@teei/runtime/consumer';
import type { SubgraphParts } from '@teei/runtime/create-subgraph';
import { enqueue } from '@teei/runtime/job';
import { importRequested } from '../events/index.ts';
import { planImportJob, runImportJob, undoImportJob } from './import-jobs.ts';

const jobs = { plan: planImportJob, run: runImportJob, undo: undoImportJob } as const;

/** Turns requests into jobs. A request that comes twice makes two jobs, and the second finds nothing to do. */
export const importRequests = (parts: SubgraphParts) =>
  defineConsumer({
    name: 'programs-import-requests',
    source: 'programs',
    contracts: [importRequested],
    handle: async (tx, events) => {
      for (const { data } of events) {
        await enqueue(parts.platform.queues, jobs[data.work], { companyId: tx.companyId, importId: data.importId });
      }
    },
  });
