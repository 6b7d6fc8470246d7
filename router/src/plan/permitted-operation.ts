import { Kind, type SelectionNode, type SelectionSetNode } from 'graphql';
import type { FilteredOperation } from '../authorize/filter.ts';
import { conditionVariablesOf, type Variables } from '../execute/conditions.ts';
import { Shape } from '../execute/shape.ts';
import type { Fragments } from '../operation/fragments.ts';
import type { PreparedOperation } from '../operation/prepared-operation.ts';
import type { LoadedSupergraph } from '../supergraph/supergraph.ts';
import type { Plan } from './plan.ts';

/** An operation as one kind of viewer may run it: filtered, planned, and with the shape of its response. */
export class PermittedOperation {
  readonly prepared: PreparedOperation;
  readonly plan: Plan;
  readonly refusedPaths: readonly (readonly string[])[];
  /** A root field is among what was removed: a mutation is then refused whole. */
  readonly refusesRootField: boolean;
  readonly #removed: ReadonlySet<SelectionNode>;
  readonly #supergraph: LoadedSupergraph;
  readonly #conditions: readonly string[];
  readonly #shapes = new Map<string, Shape>();

  constructor(prepared: PreparedOperation, filtered: FilteredOperation, plan: Plan, supergraph: LoadedSupergraph) {
    this.prepared = prepared;
    this.plan = plan;
    this.refusedPaths = filtered.refusedPaths;
    this.#removed = filtered.removed;
    this.refusesRootField = refusesAnyOf(prepared.definition.selectionSet, prepared.fragments, filtered.removed);
    this.#supergraph = supergraph;
    this.#conditions = conditionVariablesOf(prepared.definition, prepared.fragments);
  }

  /** Shapes depend on the variables in `@skip` and `@include` only, so a few serve all requests. */
  shapeFor(variables: Variables): Shape {
    const key = this.#conditions.map((name) => (variables[name] === true ? '1' : '0')).join('');
    const known = this.#shapes.get(key);
    if (known) return known;
    const { api } = this.#supergraph;
    const root = api.getRootType(this.prepared.kind);
    if (!root) throw new Error(`The schema has no ${this.prepared.kind} type although the operation is valid`);
    const { definition, fragments } = this.prepared;
    const layer = { set: definition.selectionSet, refused: false };
    const shape = new Shape([layer], root, { api, fragments, removed: this.#removed, variables });
    // An operation with many conditions has 2^n shapes; a few of them are kept.
    if (this.#shapes.size < 32) this.#shapes.set(key, shape);
    return shape;
  }
}

function refusesAnyOf(set: SelectionSetNode, fragments: Fragments, removed: ReadonlySet<SelectionNode>): boolean {
  return set.selections.some((selection) => {
    if (removed.has(selection)) return true;
    if (selection.kind === Kind.FIELD) return false;
    const fragment = selection.kind === Kind.FRAGMENT_SPREAD ? fragments.get(selection.name.value) : selection;
    return fragment !== undefined && refusesAnyOf(fragment.selectionSet, fragments, removed);
  });
}
