import type { GraphQLError } from 'graphql';
import type { AdmittedOperation, AnsweringParts, Asker } from '../asker.ts';
import { unauthorizedErrors } from '../authorize/unauthorized-errors.ts';
import { introspect } from '../operation/introspection.ts';
import { completeResponse } from './complete.ts';
import { Deadline } from './deadline.ts';
import { RouterErrors } from './errors.ts';
import { executePlan, type PlanRun } from './execute-plan.ts';
import { createSubgraphCall, type SubgraphCall } from './subgraph-call.ts';
import { type Data, emptyData } from './subgraph-data.ts';

/** Runs an admitted operation to its answer. Rejects only for defects of the router. */
export async function executeOperation(
  operation: AdmittedOperation,
  asker: Asker,
  router: AnsweringParts,
  leaves: AbortSignal | undefined,
): Promise<Answer> {
  const { node } = operation.permitted.plan;
  const run = startRun(operation, asker, router);
  if (!node) return finish(run, operation, asker);
  const deadline = new Deadline(router.settings.operationTimeout, leaves);
  try {
    await executePlan(node, { ...run, call: callFor(asker, router, deadline) });
  } finally {
    deadline.end();
  }
  return finish(run, operation, asker);
}

/** The answer to an operation that was executed. */
export class Answer {
  readonly data: Data | null;
  readonly errors: readonly GraphQLError[];
  #json: string | undefined;

  constructor(data: Data | null, errors: readonly GraphQLError[]) {
    this.data = data;
    this.errors = errors;
  }

  /** Made once, however many requests share the answer. Errors first, as the specification advises. */
  get json(): string {
    this.#json ??= JSON.stringify(
      this.errors.length > 0 ? { errors: this.errors, data: this.data } : { data: this.data },
    );
    return this.#json;
  }
}

export function callFor(asker: Asker, router: AnsweringParts, deadline: Deadline): SubgraphCall {
  const passport = {
    viewer: asker.viewer,
    correlationId: asker.correlationId,
    ...(asker.traceparent === undefined ? {} : { traceparent: asker.traceparent }),
    signal: deadline.signal,
  };
  return createSubgraphCall(asker.graph.endpoints, passport, deadline.over, router.onFetch);
}

export type StartedRun = Omit<PlanRun, 'call'>;

export function startRun(operation: AdmittedOperation, asker: Asker, router: AnsweringParts): StartedRun {
  const errors = new RouterErrors({
    mask: router.settings.maskErrors,
    correlationId: asker.correlationId,
    onUnexpected: (error, subgraph) => router.onUnexpected(error, subgraph, asker.correlationId),
  });
  for (const error of unauthorizedErrors(operation.permitted, asker.viewer)) errors.add(error);
  return { data: emptyData(), errors, variables: operation.variables, full: asker.graph.supergraph.full };
}

export function finish(run: StartedRun, { permitted, variables }: AdmittedOperation, asker: Asker): Answer {
  const { definition, fragments } = permitted.prepared;
  const data = completeResponse(run.data, permitted.shapeFor(variables), {
    introspect: (field) => introspect(field, definition, fragments.values(), asker.graph.supergraph.api, variables),
    onProblem: (message, path) => run.errors.addBrokenPromise(message, path),
  });
  return new Answer(data, run.errors.list);
}
