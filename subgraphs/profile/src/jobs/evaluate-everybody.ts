import type { SubgraphParts } from '@teei/runtime/create-subgraph';
import { type Job, jobHandler } from '@teei/runtime/job';
import { inTenant, type TenantTransaction } from '@teei/runtime/tenant-transaction';
import { serviceViewer } from '@teei/runtime/viewer';
import type { JourneyRule } from '../domain/journey/rule.ts';
import { evaluationProgressed } from '../events/index.ts';
import { JourneyEvaluationStore } from '../store/journey-evaluation-store.ts';
import { JourneyStore } from '../store/journey-store.ts';
import { evaluateParticipants, type JourneyHost } from './evaluate-participants.ts';
import { evaluateEverybodyJob } from './journey-jobs.ts';

/** Participants of one transaction: many enough to be fast, few enough that an event of one of them hardly waits. */
const batchSize = 1_000;

/** After a rule has changed, everybody is looked at again. Each batch commits with its checkpoint, so a killed run goes on there. */
export function evaluateEverybody(parts: SubgraphParts, defaults: readonly JourneyRule[]): Job {
  const host = { outbox: parts.outbox, defaults };
  return jobHandler(parts.platform.queues, evaluateEverybodyJob, 1, async ({ companyId, evaluationId }, job) => {
    const viewer = serviceViewer('journeys', companyId);
    try {
      let more = true;
      while (more) more = await inTenant(parts.database, viewer, (tx) => evaluateBatch(host, tx, evaluationId));
    } catch (error) {
      parts.log.error({ err: error, evaluationId }, 'an evaluation of journeys stopped');
      if (!job.lastAttempt) throw error;
      await inTenant(parts.database, viewer, (tx) => finish(host, tx, evaluationId, 'FAILED'));
    }
  });
}

/** Resolves to whether there may be more. */
async function evaluateBatch(host: JourneyHost, tx: TenantTransaction, evaluationId: string): Promise<boolean> {
  const evaluations = new JourneyEvaluationStore(tx);
  const evaluation = await evaluations.lock(evaluationId);
  if (evaluation?.status !== 'QUEUED' && evaluation?.status !== 'RUNNING') return false;
  const ids = await new JourneyStore(tx).idsAfter(evaluation.reached, batchSize);
  const last = ids.at(-1);
  if (last === undefined) {
    await finish(host, tx, evaluationId, 'COMPLETED');
    return false;
  }
  const { changed, written } = await evaluateParticipants(host, tx, ids);
  await written;
  await evaluations.advance(evaluationId, last, ids.length, changed);
  await tellProgress(host, tx, evaluationId);
  return true;
}

async function finish(
  host: JourneyHost,
  tx: TenantTransaction,
  id: string,
  status: 'COMPLETED' | 'FAILED',
): Promise<void> {
  await new JourneyEvaluationStore(tx).finish(id, status);
  await tellProgress(host, tx, id);
}

function tellProgress({ outbox }: JourneyHost, tx: TenantTransaction, evaluationId: string): Promise<void> {
  return outbox.append(tx, evaluationProgressed, [{ subject: evaluationId, data: { evaluationId } }]);
}
