import { type DocumentNode, GraphQLError, Kind, type OperationDefinitionNode, parse, validate } from 'graphql';
import { Refusal, withCode } from '../refusal.ts';
import type { RouterSettings } from '../settings.ts';
import type { LoadedSupergraph } from '../supergraph/supergraph.ts';
import { type Cost, costOf } from './cost.ts';
import type { Fragments } from './fragments.ts';
import { refuseIntrospection } from './introspection.ts';
import { checkLimits } from './limits.ts';

/** One operation that is well-formed, within the limits and valid: what can be decided without knowing who asks. */
export interface PreparedOperation {
  /** Distinguishes operations of one supergraph in cache keys. */
  readonly id: number;
  readonly name: string | undefined;
  readonly kind: OperationDefinitionNode['operation'];
  readonly definition: OperationDefinitionNode;
  readonly fragments: Fragments;
  readonly cost: Cost;
}

/** The operations of one document, by name; an operation without a name is under the empty name. */
export type PreparedDocument = ReadonlyMap<string, PreparedOperation>;

/** Throws `Refusal`. */
export function prepareDocument(
  text: string,
  supergraph: Pick<LoadedSupergraph, 'api' | 'costs'>,
  settings: RouterSettings,
): PreparedDocument {
  const document = parseWithin(text, settings.limits.tokens);
  checkLimits(document, settings.limits);
  if (!settings.introspection) refuseIntrospection(document);
  const problems = validate(supergraph.api, document, undefined, {
    maxErrors: 5,
    hideSuggestions: settings.production,
  });
  if (problems.length > 0) {
    throw new Refusal(
      'GRAPHQL_VALIDATION_FAILED',
      problems.map((problem) => withCode(problem, 'GRAPHQL_VALIDATION_FAILED')),
    );
  }
  const fragments: Fragments = new Map(
    document.definitions.filter((one) => one.kind === Kind.FRAGMENT_DEFINITION).map((one) => [one.name.value, one]),
  );
  const facts = { api: supergraph.api, costs: supergraph.costs, assumedListSize: settings.limits.assumedListSize };
  return new Map(
    document.definitions
      .filter((one) => one.kind === Kind.OPERATION_DEFINITION)
      .map((definition) => [
        definition.name?.value ?? '',
        {
          id: nextId++,
          name: definition.name?.value,
          kind: definition.operation,
          definition,
          fragments,
          cost: costOf(definition, fragments, facts),
        },
      ]),
  );
}

/** Throws `Refusal`: the name is of none of them, or is missing where there are several. */
export function chooseOperation(document: PreparedDocument, name: string | undefined): PreparedOperation {
  const chosen = name === undefined && document.size === 1 ? document.values().next().value : document.get(name ?? '');
  if (chosen) return chosen;
  if (document.size === 0) throw new Refusal('OPERATION_NOT_FOUND', 'The document has no operation');
  throw new Refusal(
    'OPERATION_NOT_FOUND',
    name === undefined ? 'The document has several operations' : `The document has no operation named "${name}"`,
  );
}

let nextId = 1;

function parseWithin(text: string, maxTokens: number): DocumentNode {
  try {
    return parse(text, { maxTokens });
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    // graphql-js has one error class for both; its message is the only mark of the token limit.
    const code = error.message.includes('tokens. Parsing aborted') ? 'TOO_MANY_TOKENS' : 'GRAPHQL_PARSE_FAILED';
    throw new Refusal(code, [withCode(error, code)]);
  }
}
