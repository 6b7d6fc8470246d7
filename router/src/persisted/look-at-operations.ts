import { BoundedMap } from '@teei/runtime/bounded-map';
import type {
  OperationFinding,
  OperationProblem,
  PartnerOperations,
  RegisteredOperation,
} from '@teei/runtime/partner-operations';
import { type ApiKeyViewer, type Scope, scopesOfApiKeys } from '@teei/runtime/viewer';
import {
  type FieldNode,
  type GraphQLError,
  isInputType,
  Kind,
  type OperationDefinitionNode,
  parse,
  type SelectionNode,
  typeFromAST,
  valueFromAST,
} from 'graphql';
import { filterOperation } from '../authorize/filter.ts';
import { type PreparedOperation, prepareDocument } from '../operation/prepared-operation.ts';
import { Refusal, refusalError } from '../refusal.ts';
import type { RouterSettings } from '../settings.ts';
import type { LoadedSupergraph } from '../supergraph/supergraph.ts';
import { deprecationsIn } from './deprecations.ts';
import type { PersistedManifest } from './manifest.ts';

/** Looks at operations as the router does when a key calls them, before any key does. */
export function lookAtOperations(parts: {
  /** The one in service. */
  readonly supergraph: () => LoadedSupergraph;
  readonly settings: RouterSettings;
  readonly manifests: readonly PersistedManifest[];
}): PartnerOperations {
  const known = new WeakMap<LoadedSupergraph, BoundedMap<OperationFinding>>();
  const look = (operation: RegisteredOperation): OperationFinding => {
    const supergraph = parts.supergraph();
    const findings = known.get(supergraph) ?? new BoundedMap<OperationFinding>(2_000);
    known.set(supergraph, findings);
    const key = `${operation.hash} ${operation.kind} ${operation.name}`;
    const finding = findings.get(key) ?? findingOf(operation, supergraph, parts.settings);
    findings.set(key, finding);
    return finding;
  };
  return {
    look: (operations) => operations.map(look),
    ofPlatform: () =>
      parts.manifests
        .filter(({ client }) => client === clientOfKeys)
        .flatMap(({ operations }) => operations.map((operation) => ({ ...operation, kind: kindOf(operation.body) }))),
  };
}

/** Keys are made for this client, whose manifest comes with the platform. */
const clientOfKeys = 'partner';

function findingOf(
  operation: RegisteredOperation,
  supergraph: LoadedSupergraph,
  settings: RouterSettings,
): OperationFinding {
  try {
    const prepared = onlyOperation(operation, supergraph, settings);
    const cost = prepared.cost(defaultsOf(prepared.definition, supergraph));
    const problems = [...beyondKeys(prepared, supergraph), ...tooCostly(cost, settings)];
    return { problems, cost, deprecations: deprecationsIn(operation.body, supergraph) };
  } catch (error) {
    if (error instanceof Refusal) return { problems: error.errors.map(problemOf), cost: null, deprecations: [] };
    throw error;
  }
}

/** Throws `Refusal`, as the router would when it is called. */
function onlyOperation(
  { body, name, kind }: RegisteredOperation,
  supergraph: LoadedSupergraph,
  settings: RouterSettings,
): PreparedOperation {
  const document = prepareDocument(body, supergraph, settings);
  const [prepared] = document.values();
  if (document.size !== 1 || prepared?.name !== name || prepared.kind.toUpperCase() !== kind)
    throw new Refusal('OPERATION_NOT_FOUND', `The body is not one ${kind.toLowerCase()} named "${name}"`);
  return prepared;
}

/** With every scope that a key can be given: what is refused then is refused to all of them. */
const widestKey: ApiKeyViewer = {
  kind: 'apiKey',
  apiKeyId: '',
  companyId: '',
  client: clientOfKeys,
  scopes: new Set<Scope>(scopesOfApiKeys),
};

function beyondKeys(prepared: PreparedOperation, supergraph: LoadedSupergraph): readonly OperationProblem[] {
  return filterOperation(prepared, widestKey, supergraph).refusedPaths.map((path) => ({
    code: 'UNAUTHORIZED_FIELD_OR_TYPE',
    message: `No API key may be allowed "${path.join('.')}"`,
    remedy: 'Leave the field out: no scope that a key can have allows it.',
    ...placeOf(prepared, path),
  }));
}

/** Where in the body the field at this path of the response stands. */
function placeOf({ definition, fragments }: PreparedOperation, path: readonly string[]) {
  const keys = path.filter((step) => step !== '@' && !step.startsWith('... on '));
  let within: readonly SelectionNode[] = definition.selectionSet.selections;
  let found: FieldNode | undefined;
  const fieldsOf = (selections: readonly SelectionNode[]): FieldNode[] =>
    selections.flatMap((selection) => {
      if (selection.kind === Kind.FIELD) return selection;
      const fragment = selection.kind === Kind.FRAGMENT_SPREAD ? fragments.get(selection.name.value) : selection;
      return fieldsOf(fragment?.selectionSet.selections ?? []);
    });
  for (const key of keys) {
    const next = fieldsOf(within).find((field) => (field.alias ?? field.name).value === key);
    if (!next) break;
    found = next;
    within = next.selectionSet?.selections ?? [];
  }
  const { startToken } = (found ?? definition).loc ?? {};
  return { line: startToken?.line ?? null, column: startToken?.column ?? null };
}

function tooCostly(cost: number, { limits }: RouterSettings): readonly OperationProblem[] {
  if (cost <= limits.cost) return [];
  return [problemOf(refusalError('OPERATION_TOO_COSTLY', `The operation may cost ${cost}; ${limits.cost} is allowed`))];
}

function problemOf(error: GraphQLError): OperationProblem {
  const { code, remedy } = error.extensions;
  const [place] = error.locations ?? [];
  return {
    code: String(code),
    message: error.message,
    remedy: String(remedy),
    line: place?.line ?? null,
    column: place?.column ?? null,
  };
}

/** The variables that the operation itself gives values; what a call sends is checked when it comes. */
function defaultsOf(definition: OperationDefinitionNode, { api }: LoadedSupergraph): Record<string, unknown> {
  const given = (definition.variableDefinitions ?? []).flatMap(({ variable, type, defaultValue }) => {
    const input = typeFromAST(api, type);
    if (!defaultValue || !isInputType(input)) return [];
    return [[variable.name.value, valueFromAST(defaultValue, input)] as const];
  });
  return Object.fromEntries(given);
}

function kindOf(body: string): RegisteredOperation['kind'] {
  const [definition] = parse(body).definitions.filter((each) => each.kind === Kind.OPERATION_DEFINITION);
  return (definition?.operation ?? 'query').toUpperCase() as RegisteredOperation['kind'];
}
