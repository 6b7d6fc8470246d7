import { type DirectiveNode, Kind, type OperationDefinitionNode, type SelectionNode, visit } from 'graphql';
import type { Fragments } from '../operation/fragments.ts';

/** Variables after coercion: every value is of its type, defaults are filled in. */
export type Variables = Readonly<Record<string, unknown>>;

/** `@skip` and `@include` of one selection. */
export function conditionHolds(selection: SelectionNode, variables: Variables): boolean {
  for (const directive of selection.directives ?? []) {
    if (directive.name.value === 'skip' && isTrue(directive, variables)) return false;
    if (directive.name.value === 'include' && !isTrue(directive, variables)) return false;
  }
  return true;
}

/** The variables on which the shape of the response depends. */
export function conditionVariablesOf(definition: OperationDefinitionNode, fragments: Fragments): readonly string[] {
  const names = new Set<string>();
  const collect = {
    Directive(node: DirectiveNode): void {
      if (node.name.value !== 'skip' && node.name.value !== 'include') return;
      const value = node.arguments?.[0]?.value;
      if (value?.kind === Kind.VARIABLE) names.add(value.name.value);
    },
  };
  visit(definition, collect);
  for (const fragment of fragments.values()) visit(fragment, collect);
  return [...names];
}

function isTrue(directive: DirectiveNode, variables: Variables): boolean {
  const value = directive.arguments?.find((argument) => argument.name.value === 'if')?.value;
  if (value?.kind === Kind.BOOLEAN) return value.value;
  return value?.kind === Kind.VARIABLE && variables[value.name.value] === true;
}
