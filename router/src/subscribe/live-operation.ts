import type { SubscriptionNode } from '@apollo/query-planner';
import type { SubgraphEndpoint } from '@teei/runtime/subgraph';
import type { ExecutionResult } from 'graphql';
import type { AdmittedOperation, AnsweringParts, Asker } from '../asker.ts';
import type { Answer } from '../execute/answer.ts';
import type { Variables } from '../execute/conditions.ts';
import { errorsOf } from '../execute/errors.ts';
import { executeInTime, finish, startRun } from '../execute/execute-operation.ts';
import { fetchStepOf } from '../execute/fetch-step.ts';
import { applyRewrites } from '../execute/rewrites.ts';
import { isData, mergeInto } from '../execute/subgraph-data.ts';
import { SubgraphUnavailable } from '../execute/subgraph-unavailable.ts';
import { Refusal, refusalError } from '../refusal.ts';
import { EventStream } from './event-stream.ts';

/**
 * Starts a federated subscription: the subgraph that owns the field sends events; for each of them the rest of the plan
 * fetches from other subgraphs what belongs to it. Throws `Refusal` when it cannot start.
 */
export async function startLive(
  admitted: AdmittedOperation,
  asker: Asker,
  router: AnsweringParts,
  listener: LiveListener,
): Promise<EventStream<Answer>> {
  const node = admitted.permitted.plan.subscription;
  if (!node) throw new Refusal('BAD_REQUEST', 'The operation is not a subscription');
  const source = await openSource(node, admitted.variables, asker);
  if (!isStream(source)) {
    const only = [answerTo(node, source, admitted, asker, router)];
    return new EventStream(
      async () => only.shift(),
      async () => listener.onEnd(),
    );
  }
  const pull = async (): Promise<Answer | undefined> => {
    const event = await nextOf(source, node, asker, router);
    const current = event && (await listener.readmit());
    if (!event || !current) return undefined;
    // Whoever asks again because of this event must not be given an answer from before it.
    asker.graph.inFlight.forget();
    return answerTo(node, event, current.operation, current.asker, router);
  };
  return new EventStream(pull, async () => {
    listener.onEnd();
    await source.return?.();
  });
}

export interface LiveListener {
  /** Before each event: the operation as the viewer may run it now; null ends the stream. */
  readmit(): Promise<Readmitted | null>;
  onEnd(): void;
}

export interface Readmitted {
  readonly operation: AdmittedOperation;
  readonly asker: Asker;
}

async function openSource(node: SubscriptionNode, variables: Variables, asker: Asker): Promise<Source> {
  const { primary } = node;
  const endpoint = asker.graph.endpoints.get(primary.serviceName);
  if (!endpoint)
    throw new Refusal('SUBGRAPH_UNAVAILABLE', `The subgraph "${primary.serviceName}" is not known to the router`);
  const passport = {
    viewer: asker.viewer,
    correlationId: asker.correlationId,
    ...(asker.traceparent === undefined ? {} : { traceparent: asker.traceparent }),
  };
  try {
    const step = fetchStepOf(primary, asker.graph.supergraph.full);
    return await endpoint.subscribe(step.operationFor(variables, undefined), passport);
  } catch (error) {
    if (error instanceof SubgraphUnavailable) throw new Refusal('SUBGRAPH_UNAVAILABLE', error.message);
    throw error;
  }
}

/** Undefined: the source has ended. A source that breaks ends the subscription with an error that the client may read. */
async function nextOf(
  source: AsyncIterator<ExecutionResult>,
  { primary }: SubscriptionNode,
  asker: Asker,
  router: AnsweringParts,
): Promise<ExecutionResult | undefined> {
  try {
    const result = await source.next();
    return result.done ? undefined : result.value;
  } catch (error) {
    const extensions = { subgraph: primary.serviceName, correlationId: asker.correlationId };
    if (error instanceof SubgraphUnavailable) throw refusalError('SUBGRAPH_UNAVAILABLE', error.message, { extensions });
    router.onUnexpected(error, primary.serviceName, asker.correlationId);
    throw refusalError('INTERNAL_SERVER_ERROR', 'Unexpected error', { extensions });
  }
}

async function answerTo(
  { primary, rest }: SubscriptionNode,
  event: ExecutionResult,
  operation: AdmittedOperation,
  asker: Asker,
  router: AnsweringParts,
): Promise<Answer> {
  const run = startRun(operation, asker, router);
  for (const error of errorsOf(event.errors)) run.errors.addFromSubgraph(error, primary.serviceName, error.path);
  if (isData(event.data)) {
    applyRewrites(event.data, primary.outputRewrites, asker.graph.supergraph.full);
    mergeInto(run.data, event.data);
    if (rest) await executeInTime(rest, run, asker, router, undefined);
  }
  return finish(run, operation, asker);
}

type Source = Awaited<ReturnType<SubgraphEndpoint['subscribe']>>;

function isStream(source: Source): source is AsyncIterableIterator<ExecutionResult> {
  return Symbol.asyncIterator in source;
}
