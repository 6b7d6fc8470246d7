import { CriticalityLevel, diff } from '@graphql-inspector/core';
import { loadSupergraph } from '@teei/router/supergraph/supergraph';
import { allowed } from '@teei/runtime/authorization/allowed';
import { anonymous, roles, scopesOfApiKeys, scopesOfRole, serviceViewer, type Viewer } from '@teei/runtime/viewer';
import { isObjectType } from 'graphql';

/** What clients of the graph as it was can no longer do, one sentence each. Both are supergraph SDL. */
export async function breakingChanges(before: string, after: string): Promise<readonly string[]> {
  const [then, now] = [loadSupergraph(before), loadSupergraph(after)];
  // The schema that clients see: federation's own parts and hidden types are no promise to anybody.
  const changes = await diff(then.api, now.api);
  const broken = changes
    .filter(({ criticality }) => criticality.level === CriticalityLevel.Breaking)
    .map(({ message }) => `${message}.`);
  return [...broken, ...closedFields(then, now)];
}

type Loaded = ReturnType<typeof loadSupergraph>;

/** A field that asks for more than it did is lost to those who could read it, although its type is the same. */
function closedFields(then: Loaded, now: Loaded): string[] {
  return fieldsOf(then).flatMap(([type, field]) => {
    const [old, current] = [then.requirements.ofSelection(type, field), now.requirements.ofSelection(type, field)];
    const lost = viewers.filter(([, viewer]) => allowed(old, viewer) && !allowed(current, viewer)).map(([who]) => who);
    return lost.length > 0 ? [`Field '${type}.${field}' was closed to ${lost.join(', ')}.`] : [];
  });
}

function fieldsOf({ api }: Loaded): (readonly [type: string, field: string])[] {
  return Object.values(api.getTypeMap())
    .filter(isObjectType)
    .filter(({ name }) => !name.startsWith('__'))
    .flatMap((type) => Object.keys(type.getFields()).map((field) => [type.name, field] as const));
}

/** One viewer for each set of rights that somebody outside can have. */
const viewers: readonly (readonly [who: string, viewer: Viewer])[] = [
  ['nobody signed in', anonymous],
  ...roles.map((role) => [role, serviceViewer(role, '', ...scopesOfRole[role])] as const),
  ['API keys', serviceViewer('API keys', '', ...scopesOfApiKeys)],
];
