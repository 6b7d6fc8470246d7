import type { SubgraphParts } from '@teei/runtime/create-subgraph';
import { type Job, repeatedJob } from '@teei/runtime/job';
import { inTenant } from '@teei/runtime/tenant-transaction';
import { serviceViewer } from '@teei/runtime/viewer';
import { measureCompanyDrift } from '../model/company-drift.ts';
import { modelRules } from '../model/repository-versions.ts';
import { companiesWithScores } from '../store/companies-with-scores.ts';
import { ShadowStore } from '../store/shadow-store.ts';

/** Looks every night whether what is scored has moved, and forgets what shadows said long ago, in one of the processes that work for outcomes. */
export function watchDrift(parts: SubgraphParts): Job {
  return repeatedJob(parts.platform.queues, 'outcomes-drift', NIGHTLY, () => measureDriftEverywhere(parts, new Date()));
}

export async function measureDriftEverywhere({ platform, database, outbox }: SubgraphParts, now: Date): Promise<void> {
  for (const companyId of await companiesWithScores(platform.relayDatabase))
    await inTenant(database, serviceViewer('outcomes', companyId), async (tx) => {
      await measureCompanyDrift(outbox, tx, now);
      await new ShadowStore(tx).clear(now, modelRules().shadow.keptDays);
    });
}

/** Milliseconds; BullMQ counts them from midnight, UTC. */
const NIGHTLY = 86_400_000;
