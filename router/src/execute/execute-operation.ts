import type { FetchNode, PlanNode } from '@apollo/query-planner';
import type { OperationPassport } from '@teei/runtime/subgraph';
import type { Viewer } from '@teei/runtime/viewer';
import type { AdmittedOperation, AnsweringParts, Asker } from '../asker.ts';
import { unauthorizedErrors } from '../authorize/unauthorized-errors.ts';
import type { Departure } from '../departure.ts';
import { introspect } from '../operation/introspection.ts';
import { type Answer, type WrittenAnswer, writtenAnswer } from './answer.ts';
import { completeResponse } from './complete.ts';
import { Deadline } from './deadline.ts';
import { RouterErrors } from './errors.ts';
import { executePlan, type PlanRun } from './execute-plan.ts';
import { SubgraphCalls } from './subgraph-call.ts';
import { emptyData } from './subgraph-data.ts';
import { SubgraphUnavailable } from './subgraph-unavailable.ts';
import { writeResponse } from './write-response.ts';

/** Runs an admitted operation to its answer, as JSON. Rejects only for defects of the router. */
export async function executeOperation(
  operation: AdmittedOperation,
  asker: Asker,
  router: AnsweringParts,
  leaves: Departure | undefined,
): Promise<WrittenAnswer> {
  const run = await runOperation(operation, asker, router, leaves);
  const json = writeResponse(run.data, operation.permitted.shapeFor(operation.variables));
  if (json !== undefined) return writtenAnswer(json, run.errors.list);
  const { data, errors } = finish(run, operation, asker);
  return writtenAnswer(JSON.stringify(data), errors);
}

/** The same for whoever writes the JSON itself. */
export async function executeToObjects(
  operation: AdmittedOperation,
  asker: Asker,
  router: AnsweringParts,
): Promise<Answer> {
  return finish(await runOperation(operation, asker, router, undefined), operation, asker);
}

async function runOperation(
  operation: AdmittedOperation,
  asker: Asker,
  router: AnsweringParts,
  leaves: Departure | undefined,
): Promise<StartedRun> {
  const run = startRun(operation, asker, router);
  const { node } = operation.permitted.plan;
  if (node) await executeInTime(node, run, asker, router, leaves);
  return run;
}

/** Runs a plan within the time that an operation has; what has not been answered by then is missing, and said to be. */
export async function executeInTime(
  node: PlanNode,
  run: StartedRun,
  asker: Asker,
  router: AnsweringParts,
  leaves: Departure | undefined,
): Promise<void> {
  const deadline = new Deadline(router.settings.operationTimeout, leaves);
  const calls = new SubgraphCalls(asker.graph.endpoints, new Passport(asker, deadline), router);
  const pending = new Map<FetchNode, readonly (string | number)[]>();
  await deadline.limit(executePlan(node, { ...run, calls, pending }));
  for (const [fetch, place] of pending) {
    run.errors.addFailedFetch(new SubgraphUnavailable(fetch.serviceName, 'did not answer in time'), fetch, place);
  }
}

/** What goes with each fetch. The signal is made only for a subgraph that looks at it. */
class Passport implements OperationPassport {
  readonly viewer: Viewer;
  readonly correlationId: string;
  readonly traceparent?: string;
  readonly #deadline: Deadline;

  constructor(asker: Asker, deadline: Deadline) {
    this.viewer = asker.viewer;
    this.correlationId = asker.correlationId;
    if (asker.traceparent !== undefined) this.traceparent = asker.traceparent;
    this.#deadline = deadline;
  }

  get signal(): AbortSignal {
    return this.#deadline.signal;
  }
}

export type StartedRun = Omit<PlanRun, 'calls' | 'pending'>;

export function startRun(operation: AdmittedOperation, asker: Asker, router: AnsweringParts): StartedRun {
  const errors = new RouterErrors(router, asker.correlationId);
  for (const error of unauthorizedErrors(operation.permitted, asker.viewer)) errors.add(error);
  const { full } = asker.graph.supergraph;
  return { data: emptyData(), errors, unknown: new Set(), variables: operation.variables, full };
}

/** The answer as objects, with nulls carried up and said to be missing. */
export function finish(run: StartedRun, { permitted, variables }: AdmittedOperation, asker: Asker): Answer {
  const { definition, fragments } = permitted.prepared;
  const data = completeResponse(run.data, permitted.shapeFor(variables), {
    introspect: (field) => introspect(field, definition, fragments.values(), asker.graph.supergraph.api, variables),
    isUnknown: (object) => run.unknown.has(object),
    onProblem: (message, path) => run.errors.addBrokenPromise(message, path),
  });
  // A copy: a subgraph that answers too late must not change what is being sent.
  return { data, errors: [...run.errors.list] };
}
