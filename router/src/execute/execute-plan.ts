import type { ConditionNode, FetchNode, FlattenNode, PlanNode } from '@apollo/query-planner';
import type { ExecutionResult, GraphQLSchema } from 'graphql';
import type { Variables } from './conditions.ts';
import { errorsOf, type RouterErrors } from './errors.ts';
import { fetchStepOf } from './fetch-step.ts';
import { type Representations, representationsOf } from './representations.ts';
import { applyRewrites } from './rewrites.ts';
import type { SubgraphCalls } from './subgraph-call.ts';
import { type Data, isData, mergeInto, objectsAt, type Path, pathsOf } from './subgraph-data.ts';

/** Runs a plan; what the subgraphs send gathers in `run.data`, what goes wrong in `run.errors`. Never rejects. */
export function executePlan(node: PlanNode, run: PlanRun): Promise<unknown> {
  return executeNode(node, run, { path: [], targets: [run.data] });
}

export interface PlanRun {
  readonly data: Data;
  readonly errors: RouterErrors;
  /** Objects that the subgraph with their fields does not know, such as the member who wrote something and has left. */
  readonly unknown: Set<Data>;
  readonly variables: Variables;
  readonly calls: SubgraphCalls;
  /** Fetches without an answer yet, with the place of the plan at which they stand. */
  readonly pending: Map<FetchNode, readonly (string | number)[]>;
  /** The whole supergraph: keys may be of types that clients do not see. */
  readonly full: GraphQLSchema;
}

/** The objects that a part of the plan is about, and where in the response they are. */
interface Cursor {
  readonly path: readonly (string | number)[];
  readonly targets: readonly Data[];
}

/** Not an async function: a plan has many nodes, and each promise costs a turn of the queue. */
function executeNode(node: PlanNode, run: PlanRun, cursor: Cursor): Promise<unknown> {
  switch (node.kind) {
    case 'Fetch':
      return cursor.targets.length === 0 ? done : executeFetch(node, run, cursor);
    case 'Flatten':
      return executeFlatten(node, run, cursor);
    case 'Parallel':
      return Promise.all(node.nodes.map((child) => executeNode(child, run, cursor)));
    case 'Sequence':
      return executeInOrder(node.nodes, run, cursor);
    case 'Condition': {
      const branch = chosenBranch(node, run.variables);
      return branch ? executeNode(branch, run, cursor) : done;
    }
    case 'Defer':
      throw new Error('A plan with @defer was made, although the planner is not asked for any');
  }
}

const done = Promise.resolve();

async function executeInOrder(nodes: readonly PlanNode[], run: PlanRun, cursor: Cursor): Promise<void> {
  for (const child of nodes) await executeNode(child, run, cursor);
}

function chosenBranch(node: ConditionNode, variables: Variables): PlanNode | undefined {
  return variables[node.condition] === true ? node.ifClause : node.elseClause;
}

function executeFlatten(node: FlattenNode, run: PlanRun, cursor: Cursor): Promise<unknown> {
  const targets = objectsAt(cursor.targets, node.path);
  return executeNode(node.node, run, { path: [...cursor.path, ...node.path], targets });
}

function executeFetch(node: FetchNode, run: PlanRun, cursor: Cursor): Promise<unknown> {
  const step = fetchStepOf(node, run.full);
  const representations = step.requirement && representationsOf(cursor.targets, step.requirement);
  if (representations?.values.length === 0) return done;
  run.pending.set(node, cursor.path);
  return run.calls.send(node.serviceName, step.operationFor(run.variables, representations?.values)).then(
    (result) => take(result, representations, node, run, cursor),
    (error) => fail(error, node, run, cursor),
  );
}

function take(
  result: ExecutionResult,
  representations: Representations | undefined,
  node: FetchNode,
  run: PlanRun,
  cursor: Cursor,
): void {
  try {
    if (representations) takeEntities(result, representations, node, run, cursor);
    else takeFields(result, node, run, cursor);
    run.pending.delete(node);
  } catch (error) {
    fail(error, node, run, cursor);
  }
}

function fail(error: unknown, node: FetchNode, run: PlanRun, cursor: Cursor): void {
  run.errors.addFailedFetch(error, node, cursor.path);
  run.pending.delete(node);
}

function takeFields({ data, errors }: ExecutionResult, node: FetchNode, run: PlanRun, cursor: Cursor): void {
  if (errors) {
    for (const error of errorsOf(errors)) {
      run.errors.addFromSubgraph(error, node.serviceName, error.path && [...cursor.path, ...error.path]);
    }
  }
  if (!isData(data)) return;
  if (node.outputRewrites) applyRewrites(data, node.outputRewrites, run.full);
  for (const target of cursor.targets) mergeInto(target, data);
}

function takeEntities(
  { data, errors }: ExecutionResult,
  representations: Representations,
  node: FetchNode,
  run: PlanRun,
  cursor: Cursor,
): void {
  if (errors) addEntityErrors(errorsOf(errors), node, run, cursor, representations);
  if (!isData(data)) return;
  const entities = data._entities;
  if (!Array.isArray(entities) || entities.length !== representations.values.length) {
    throw new Error(`The subgraph "${node.serviceName}" answered for other entities than it was asked for`);
  }
  for (let index = 0; index < entities.length; index++) {
    const entity: unknown = entities[index];
    if (!isData(entity)) {
      for (const owner of representations.owners[index] ?? []) addUnknown(cursor.targets[owner], run);
      continue;
    }
    if (node.outputRewrites) applyRewrites(entity, node.outputRewrites, run.full);
    // Owners of one representation may come to share objects: they are the same entity, fetched for the same selections.
    for (const owner of representations.owners[index] ?? []) {
      const target = cursor.targets[owner];
      if (target) mergeInto(target, entity);
    }
  }
}

function addUnknown(target: Data | undefined, run: PlanRun): void {
  if (target) run.unknown.add(target);
}

function addEntityErrors(
  errors: ReturnType<typeof errorsOf>,
  node: FetchNode,
  run: PlanRun,
  cursor: Cursor,
  representations: Representations,
): void {
  const places = pathsOf(run.data, cursor.path);
  for (const error of errors) {
    // ["_entities", index, ...rest]
    const index = error.path?.[1];
    const owners = typeof index === 'number' ? representations.owners[index] : undefined;
    if (!owners) run.errors.addFromSubgraph(error, node.serviceName, undefined);
    for (const owner of owners ?? []) {
      const place: Path = places[owner] ?? [];
      run.errors.addFromSubgraph(error, node.serviceName, [...place, ...(error.path ?? []).slice(2)]);
    }
  }
}
