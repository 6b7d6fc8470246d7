import type { SubgraphParts } from '@teei/runtime/create-subgraph';
import { enqueue, type Job, jobHandler } from '@teei/runtime/job';
import { createLoop, type Loop } from '@teei/runtime/loop';
import { inTenant } from '@teei/runtime/tenant-transaction';
import { serviceViewer } from '@teei/runtime/viewer';
import type { JourneyRule } from '../domain/journey/rule.ts';
import { companiesWithDueJourneys } from '../store/companies-with-due-journeys.ts';
import { JourneyStore } from '../store/journey-store.ts';
import { evaluateParticipants } from './evaluate-participants.ts';
import { evaluateDueJob } from './journey-jobs.ts';

const batchSize = 500;

/** Looks every second whether something is long enough ago in some company, and asks for a job there. */
export function watchDueJourneys({ platform, log }: SubgraphParts): Loop {
  const queue = platform.queues.queue(evaluateDueJob.name);
  return createLoop(
    'due journeys',
    async () => {
      // What was asked for is not done yet: asking again would only make the same job twice.
      if ((await queue.depth()) > 0) return false;
      for (const companyId of await companiesWithDueJourneys(platform.relayDatabase)) {
        await enqueue(platform.queues, evaluateDueJob, { companyId });
      }
      return false;
    },
    log,
  );
}

export function evaluateDue(parts: SubgraphParts, defaults: readonly JourneyRule[]): Job {
  const host = { outbox: parts.outbox, defaults };
  return jobHandler(parts.platform.queues, evaluateDueJob, 1, async ({ companyId }) => {
    const viewer = serviceViewer('journeys', companyId);
    let more = true;
    while (more) {
      more = await inTenant(parts.database, viewer, async (tx) => {
        const ids = await new JourneyStore(tx).dueUntil(new Date(), batchSize);
        const { written } = await evaluateParticipants(host, tx, ids);
        await tx.endWith(written);
        return ids.length === batchSize;
      });
    }
  });
}
