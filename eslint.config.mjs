import { readFileSync } from 'node:fs';
import { buildSubgraphSchema } from '@apollo/subgraph';
import graphql from '@graphql-eslint/eslint-plugin';
import { parse, printSchema } from 'graphql';

/** GraphQL only: everything else is Biome's. Whether the schemas are valid and compose is said by `npm run check:contract`. */
const rootTypes = new Set(['Query', 'Mutation', 'Subscription']);
const authorisation = new Set(['authenticated', 'requiresScopes']);

/** A root field that says nothing is denied to everybody at run time; here it is found before that. */
const rootFieldsSayWho = {
  meta: { type: 'problem', schema: [], docs: {} },
  create: (context) => ({
    FieldDefinition(node) {
      if (!rootTypes.has(node.parent.name.value)) return;
      if (node.directives.some((directive) => authorisation.has(directive.name.value))) return;
      const field = `${node.parent.name.value}.${node.name.value}`;
      context.report({
        node: node.name,
        message: `${field} says not who may ask for it: add @authenticated or @requiresScopes.`,
      });
    },
  }),
};

/** Each subgraph's schema is linted as federation sees it, with the directives that its @link imports. */
const names = ['profile', 'programs', 'outcomes', 'reports', 'deliveries', 'privacy'];
const federated = (name) =>
  printSchema(
    buildSubgraphSchema(parse(readFileSync(new URL(`subgraphs/${name}/schema.graphql`, import.meta.url), 'utf8'))),
  );
const projects = {
  ...Object.fromEntries(
    names.map((name) => [name, { schema: federated(name), include: `subgraphs/${name}/schema.graphql` }]),
  ),
  cockpit: { schema: 'router/generated/api-schema.graphql', documents: 'web/src/**/*.graphql' },
};
const languageOptions = { parser: graphql.parser, parserOptions: { graphQLConfig: { projects } } };

export default [
  {
    files: ['subgraphs/*/schema.graphql'],
    languageOptions,
    plugins: { '@graphql-eslint': graphql, teei: { rules: { 'root-fields-say-who': rootFieldsSayWho } } },
    rules: {
      ...graphql.configs['flat/schema-recommended'].rules,
      ...graphql.configs['flat/schema-relay'].rules,
      // Short descriptions stand on one line in quotes, long ones in a block: whichever reads better.
      '@graphql-eslint/description-style': 'off',
      // Lists page forwards only, and beside `edges` a connection has `nodes` for readers who need no cursor of their own.
      '@graphql-eslint/relay-arguments': ['error', { includeBoth: false }],
      '@graphql-eslint/relay-edge-types': [
        'error',
        { withEdgeSuffix: true, shouldImplementNode: false, listTypeCanWrapOnlyEdgeType: false },
      ],
      // Not every type is an entity: payloads, edges and values have no id of their own.
      '@graphql-eslint/strict-id-in-types': 'off',
      // A name that says it all needs no sentence that says it again.
      '@graphql-eslint/require-description': 'off',
      'teei/root-fields-say-who': 'error',
    },
  },
  {
    // The word for a company's link to a partner system is "connection": to these two rules every such field is a list.
    files: ['subgraphs/deliveries/schema.graphql'],
    rules: { '@graphql-eslint/relay-arguments': 'off', '@graphql-eslint/relay-connection-types': 'off' },
  },
  {
    files: ['web/src/**/*.graphql'],
    languageOptions,
    plugins: { '@graphql-eslint': graphql },
    rules: { ...graphql.configs['flat/operations-recommended'].rules },
  },
];
