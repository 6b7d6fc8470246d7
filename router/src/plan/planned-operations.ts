import { permissionSignature } from '@teei/runtime/authorization/allowed';
import { BoundedMap } from '@teei/runtime/bounded-map';
import type { Viewer } from '@teei/runtime/viewer';
import { Kind, print } from 'graphql';
import { type FilteredOperation, filterOperation, unfiltered } from '../authorize/filter.ts';
import type { PreparedOperation } from '../operation/prepared-operation.ts';
import type { RouterSettings } from '../settings.ts';
import type { LoadedSupergraph } from '../supergraph/supergraph.ts';
import { PermittedOperation } from './permitted-operation.ts';
import { type Plan, planOperation } from './plan.ts';

/**
 * Operations with their plans, remembered per supergraph. What is filtered for one set of permissions serves everybody
 * with the same; a plan is remembered under the text of the operation that is left, never under the client's own.
 */
export class PlannedOperations {
  readonly #supergraph: LoadedSupergraph;
  readonly #settings: RouterSettings;
  readonly #permitted: BoundedMap<PermittedOperation>;
  readonly #plans: BoundedMap<Plan>;
  readonly #onLookup: (hit: boolean) => void;

  constructor(supergraph: LoadedSupergraph, settings: RouterSettings, onLookup: (hit: boolean) => void) {
    this.#supergraph = supergraph;
    this.#settings = settings;
    this.#permitted = new BoundedMap(settings.caches.plans);
    this.#plans = new BoundedMap(settings.caches.plans);
    this.#onLookup = onLookup;
  }

  for(prepared: PreparedOperation, viewer: Viewer): PermittedOperation {
    const isOpen = this.#settings.authorization === 'off';
    const key = isOpen ? `${prepared.id}` : `${prepared.id} ${signatureOf(viewer)}`;
    const known = this.#permitted.get(key);
    this.#onLookup(known !== undefined);
    if (known) return known;
    const filtered = isOpen ? unfiltered(prepared) : filterOperation(prepared, viewer, this.#supergraph);
    const permitted = new PermittedOperation(prepared, filtered, this.#planOf(filtered), this.#supergraph);
    this.#permitted.set(key, permitted);
    return permitted;
  }

  #planOf(filtered: FilteredOperation): Plan {
    const { definition, fragments } = filtered;
    if (!definition) return {};
    const key = print({ kind: Kind.DOCUMENT, definitions: [definition, ...fragments.values()] });
    const known = this.#plans.get(key);
    if (known) return known;
    const plan = planOperation(definition, fragments, this.#supergraph);
    this.#plans.set(key, plan);
    return plan;
  }
}

const signatures = new WeakMap<Viewer, string>();

function signatureOf(viewer: Viewer): string {
  const known = signatures.get(viewer);
  if (known !== undefined) return known;
  const signature = permissionSignature(viewer);
  signatures.set(viewer, signature);
  return signature;
}
