import { GraphQLError } from 'graphql';
import { rule } from 'graphql-shield';
import type { Viewer } from '../viewer.ts';
import { allowed } from './allowed.ts';
import { isNothing, type Requirement, type Requirements } from './requirements.ts';

export type ShieldRule = ReturnType<ReturnType<typeof rule>>;

/**
 * The requirements as graphql-shield rules, `{ Type: { field: rule } }`, for every field that requires something.
 * Fields that are not in it fall to the fallback rule of the one who builds the shield.
 */
export function shieldRulesOf(requirements: Requirements): Record<string, Record<string, ShieldRule>> {
  const rules: Record<string, Record<string, ShieldRule>> = {};
  const shared = new Map<string, ShieldRule>();
  for (const [type, field] of requirements.fields()) {
    const requirement = requirements.ofSelection(type, field);
    if (isNothing(requirement)) continue;
    const key = JSON.stringify(requirement);
    const known = shared.get(key) ?? ruleFor(requirement, key);
    shared.set(key, known);
    rules[type] = { ...rules[type], [field]: known };
  }
  return rules;
}

function ruleFor(requirement: Requirement, name: string): ShieldRule {
  return rule(name, { cache: 'contextual' })(
    (_parent: unknown, _args: unknown, context: { readonly viewer: Viewer }) =>
      allowed(requirement, context.viewer) ? true : unauthorized(),
  );
}

function unauthorized(): GraphQLError {
  return new GraphQLError('Not allowed to read this field', { extensions: { code: 'UNAUTHORIZED_FIELD_OR_TYPE' } });
}
