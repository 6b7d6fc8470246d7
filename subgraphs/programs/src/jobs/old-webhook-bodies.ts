import type { SubgraphParts } from '@teei/runtime/create-subgraph';
import { openDatabase } from '@teei/runtime/database';
import { type Job, repeatedJob } from '@teei/runtime/job';
import { defaultRetention, retentionInterval } from '@teei/runtime/retention';
import { inTenant } from '@teei/runtime/tenant-transaction';
import { serviceViewer } from '@teei/runtime/viewer';
import { companiesWithOldBodies, WebhookBodies } from '../store/webhook-bodies.ts';

/** Clears the bodies of webhooks that were handled long ago. That they came, and the hash of what came, stays. */
export function oldWebhookBodies(parts: SubgraphParts): Job {
  const { queues } = parts.platform;
  return repeatedJob(queues, 'programs-old-webhook-bodies', retentionInterval, () => clearOldBodies(parts));
}

export async function clearOldBodies({ platform, database }: SubgraphParts): Promise<void> {
  const { databaseUrl, retention = defaultRetention } = platform;
  const before = new Date(Date.now() - retention.webhooks * 86_400_000);
  const intake = openDatabase({ url: databaseUrl, role: 'teei_intake', connections: 1 });
  try {
    for (const companyId of await companiesWithOldBodies(intake, before)) {
      const clearSome = () =>
        inTenant(database, serviceViewer('programs', companyId), (tx) =>
          new WebhookBodies(tx).clearOlder(before, batchSize),
        );
      while ((await clearSome()) === batchSize);
    }
  } finally {
    await intake.close();
  }
}

const batchSize = 500;
