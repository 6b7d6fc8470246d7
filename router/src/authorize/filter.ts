import { allowed } from '@teei/runtime/authorization/allowed';
import type { Requirements } from '@teei/runtime/authorization/requirements';
import type { Viewer } from '@teei/runtime/viewer';
import {
  type FieldNode,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isInterfaceType,
  isListType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import type { Fragments } from '../operation/fragments.ts';
import type { PreparedOperation } from '../operation/prepared-operation.ts';

/**
 * Takes out of an operation what the viewer may not select, as Apollo Router does: a field goes when its parent type,
 * the field or its return type requires more than the viewer has; a fragment goes when its type does; a field of which
 * nothing is left goes too. Keys are not the client's fields: the planner adds them afterwards, so entities still join.
 */
export function filterOperation(
  prepared: PreparedOperation,
  viewer: Viewer,
  facts: { readonly api: GraphQLSchema; readonly requirements: Requirements },
): FilteredOperation {
  const root = facts.api.getRootType(prepared.kind);
  if (!root) return unfiltered(prepared);
  const filter = new Filter(prepared.fragments, viewer, facts);
  const selectionSet = filter.selectionSet(prepared.definition.selectionSet, root, []);
  if (filter.removed.size === 0) return unfiltered(prepared);
  return {
    definition: selectionSet ? { ...prepared.definition, selectionSet } : undefined,
    fragments: new Map(),
    removed: filter.removed,
    refusedPaths: filter.refusedPaths,
  };
}

/** The operation as it came: for a viewer who may see all of it. */
export function unfiltered(prepared: PreparedOperation): FilteredOperation {
  return { definition: prepared.definition, fragments: prepared.fragments, removed: new Set(), refusedPaths: [] };
}

export interface FilteredOperation {
  /** What may be planned. Undefined: nothing is left. */
  readonly definition: OperationDefinitionNode | undefined;
  /** The fragments that `definition` spreads: none where something was removed, for then they are written out in it. */
  readonly fragments: Fragments;
  /** The nodes of the client's operation that were taken out. A field under a removed fragment is not listed itself. */
  readonly removed: ReadonlySet<SelectionNode>;
  /** Where they stood: response keys, `@` for the elements of a list, `... on Type` for a fragment. */
  readonly refusedPaths: readonly (readonly string[])[];
}

class Filter {
  readonly removed = new Set<SelectionNode>();
  readonly refusedPaths: (readonly string[])[] = [];
  readonly #fragments: Fragments;
  readonly #viewer: Viewer;
  readonly #api: GraphQLSchema;
  readonly #requirements: Requirements;

  constructor(
    fragments: Fragments,
    viewer: Viewer,
    facts: { readonly api: GraphQLSchema; readonly requirements: Requirements },
  ) {
    this.#fragments = fragments;
    this.#viewer = viewer;
    this.#api = facts.api;
    this.#requirements = facts.requirements;
  }

  /** Undefined when nothing is left. */
  selectionSet(set: SelectionSetNode, parent: GraphQLNamedType, path: readonly string[]): SelectionSetNode | undefined {
    const selections = set.selections.flatMap((selection) => {
      const kept = this.#selection(selection, parent, path);
      if (kept === undefined) this.removed.add(selection);
      return kept ?? [];
    });
    return selections.length === 0 ? undefined : { ...set, selections };
  }

  #selection(selection: SelectionNode, parent: GraphQLNamedType, path: readonly string[]): SelectionNode | undefined {
    return selection.kind === Kind.FIELD
      ? this.#field(selection, parent, path)
      : this.#fragment(selection, parent, path);
  }

  #field(node: FieldNode, parent: GraphQLNamedType, path: readonly string[]): FieldNode | undefined {
    const field = isObjectType(parent) || isInterfaceType(parent) ? parent.getFields()[node.name.value] : undefined;
    // __typename, and introspection with all that is in it.
    if (!field) return node;
    const here = [...path, node.alias?.value ?? node.name.value];
    if (!allowed(this.#requirements.ofSelection(parent.name, field.name), this.#viewer)) return this.#refuse(here);
    if (!node.selectionSet) return node;
    const below = isListType(getNullableType(field.type)) ? [...here, '@'] : here;
    const selectionSet = this.selectionSet(node.selectionSet, getNamedType(field.type), below);
    return selectionSet && { ...node, selectionSet };
  }

  #fragment(
    selection: Exclude<SelectionNode, FieldNode>,
    parent: GraphQLNamedType,
    path: readonly string[],
  ): SelectionNode | undefined {
    const fragment = selection.kind === Kind.FRAGMENT_SPREAD ? this.#fragments.get(selection.name.value) : selection;
    if (!fragment) return selection;
    const name = fragment.typeCondition?.name.value ?? parent.name;
    const here = fragment.typeCondition ? [...path, `... on ${name}`] : path;
    if (!allowed(this.#requirements.ofType(name), this.#viewer)) return this.#refuse(here);
    const selectionSet = this.selectionSet(fragment.selectionSet, this.#api.getType(name) ?? parent, path);
    return (
      selectionSet && {
        kind: Kind.INLINE_FRAGMENT,
        ...(fragment.typeCondition ? { typeCondition: fragment.typeCondition } : {}),
        ...(selection.directives ? { directives: selection.directives } : {}),
        selectionSet,
      }
    );
  }

  #refuse(path: readonly string[]): undefined {
    this.refusedPaths.push(path);
    return undefined;
  }
}
