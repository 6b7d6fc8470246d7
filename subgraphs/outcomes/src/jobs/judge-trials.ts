import type { SubgraphParts } from '@teei/runtime/create-subgraph';
import { type Job, repeatedJob } from '@teei/runtime/job';
import { inTenant } from '@teei/runtime/tenant-transaction';
import { serviceViewer } from '@teei/runtime/viewer';
import { judgeCompanyTrials } from '../model/company-trials.ts';
import { companiesWithScores } from '../store/companies-with-scores.ts';

/** Looks every hour whether a version on trial takes over by itself, or goes, in one of the processes that work for outcomes. */
export function judgeTrials(parts: SubgraphParts): Job {
  return repeatedJob(parts.platform.queues, 'outcomes-judge-trials', HOURLY, () =>
    judgeTrialsEverywhere(parts, new Date()),
  );
}

export async function judgeTrialsEverywhere({ platform, database, outbox }: SubgraphParts, now: Date): Promise<void> {
  for (const companyId of await companiesWithScores(platform.relayDatabase))
    await inTenant(database, serviceViewer('outcomes-judge-trials', companyId), (tx) =>
      judgeCompanyTrials(outbox, tx, now),
    );
}

/** Milliseconds. */
const HOURLY = 3_600_000;
