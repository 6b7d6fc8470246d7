import type { Viewer } from '@teei/runtime/viewer';
import { getVariableValues } from 'graphql';
import type { AdmittedOperation, AnsweringParts, Asker } from './asker.ts';
import { unauthorizedErrors } from './authorize/unauthorized-errors.ts';
import type { WrittenAnswer } from './execute/answer.ts';
import type { Variables } from './execute/conditions.ts';
import { executeOperation } from './execute/execute-operation.ts';
import type { Graph } from './graph.ts';
import { answerOnce } from './idempotency/answer-once.ts';
import type { OperationRequest } from './operation/operation-request.ts';
import { chooseOperation, type PreparedOperation } from './operation/prepared-operation.ts';
import { countedCall } from './persisted/counted-call.ts';
import { permitOwnOperation } from './persisted/own-operations.ts';
import { textFor } from './persisted/text-for.ts';
import type { PermittedOperation } from './plan/permitted-operation.ts';
import { Refusal, withCode } from './refusal.ts';
import type { RouterSettings } from './settings.ts';
import { spendOn, withCharge } from './spending/spend-on.ts';
import { viewerKey } from './viewer-key.ts';

/** Answers a query or a mutation. Throws `Refusal` when it is not executed at all. */
export function answer(request: OperationRequest, asker: Asker, router: AnsweringParts): Promise<WrittenAnswer> {
  return countedCall(request, asker.viewer, router, () => answerTo(request, asker, router));
}

async function answerTo(request: OperationRequest, asker: Asker, router: AnsweringParts): Promise<WrittenAnswer> {
  const found = textFor(request, asker.viewer, router);
  const operation = admit(typeof found === 'string' ? found : await found, request, asker, router);
  const { kind } = operation.permitted.prepared;
  if (kind === 'subscription')
    throw new Refusal('SUBSCRIPTION_OVER_HTTP', 'Subscriptions are not served over plain HTTP');
  await permitOwnOperation(request, asker, router);
  const charge = await spendOn(request, operation, asker, router);
  const answered = kind === 'mutation' ? change(request, operation, asker, router) : read(operation, asker, router);
  return withCharge(await answered, charge);
}

function change(
  request: OperationRequest,
  operation: AdmittedOperation,
  asker: Asker,
  router: AnsweringParts,
): Promise<WrittenAnswer> {
  return answerOnce(request, operation, asker, router, async () => {
    const result = await executeOperation(operation, asker, router, undefined);
    asker.graph.inFlight.forget();
    return result;
  });
}

function read(operation: AdmittedOperation, asker: Asker, router: AnsweringParts): Promise<WrittenAnswer> {
  const key = `${operation.permitted.prepared.id} ${viewerKey(asker.viewer)} ${JSON.stringify(operation.variables)}`;
  return asker.graph.inFlight.share(key, asker.leaves, (allLeft) =>
    executeOperation(operation, asker, router, allLeft),
  );
}

/** All checks that come before execution, for queries, mutations and subscriptions alike. Throws `Refusal`. */
export function admit(
  text: string,
  request: OperationRequest,
  asker: Asker,
  router: AnsweringParts,
): AdmittedOperation {
  const { graph, viewer } = asker;
  const document = graph.prepare(text);
  const prepared = chooseOperation(document, request.operationName);
  asker.onOperation?.(prepared.name);
  if (prepared.kind === 'mutation' && asker.readsOnly)
    throw new Refusal('MUTATION_BY_GET', 'Mutations are not served by GET');
  const variables = coerceVariables(prepared, request.variables, graph);
  checkCost(prepared, variables, router.settings);
  const permitted = graph.planned.for(prepared, viewer);
  if (prepared.kind !== 'query' && permitted.refusesRootField) throw unauthorized(permitted, viewer);
  return { permitted, variables };
}

function coerceVariables(prepared: PreparedOperation, given: OperationRequest['variables'], graph: Graph): Variables {
  const definitions = prepared.definition.variableDefinitions ?? [];
  if (definitions.length === 0) return noVariables;
  const { coerced, errors } = getVariableValues(graph.supergraph.api, definitions, given ?? {}, { maxErrors: 5 });
  if (coerced) return coerced;
  throw new Refusal(
    'VARIABLES_INVALID',
    (errors ?? []).map((error) => withCode(error, 'VARIABLES_INVALID')),
  );
}

const noVariables: Variables = Object.freeze({});

function checkCost(prepared: PreparedOperation, variables: Variables, settings: RouterSettings): void {
  const cost = prepared.cost(variables);
  if (cost <= settings.limits.cost) return;
  throw new Refusal('OPERATION_TOO_COSTLY', `The operation may cost ${cost}; ${settings.limits.cost} is allowed`);
}

function unauthorized(permitted: PermittedOperation, viewer: Viewer): Refusal {
  return new Refusal('UNAUTHORIZED_FIELD_OR_TYPE', unauthorizedErrors(permitted, viewer));
}
