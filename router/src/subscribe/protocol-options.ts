import { type DocumentNode, type ExecutionArgs, type GraphQLError, type GraphQLSchema, Kind } from 'graphql';
import type { ServerOptions } from 'graphql-ws';
import type { Answer } from '../execute/answer.ts';
import type { EndpointParts } from '../http/graphql-endpoint.ts';
import { operationRequestOf } from '../operation/operation-request.ts';
import { Refusal, refusalError } from '../refusal.ts';
import type { Connection } from './connection.ts';

/** How graphql-ws runs operations: it keeps the protocol, the connection does the rest. */
export function protocolOptions(parts: EndpointParts): ServerOptions<Record<string, unknown>, SocketExtra> {
  return {
    connectionInitWaitTimeout: 5000,
    async onConnect({ connectionParams, extra }) {
      return extra.connection.authenticate(connectionParams ?? {});
    },
    async onSubscribe({ subscriptions, extra }, id, payload) {
      try {
        const { perSocket } = parts.settings.subscriptions;
        if (Object.keys(subscriptions).length > perSocket) {
          throw new Refusal('TOO_MANY_SUBSCRIPTIONS', `A socket carries at most ${perSocket} operations at a time`);
        }
        const start = await extra.connection.admit(id, operationRequestOf(payload));
        const run: Run = () =>
          start.run().catch((error) => ({ data: null, errors: errorsFor(error, extra.connection, parts) }));
        return argumentsFor(start.document, run, parts.currentGraph().supergraph.api);
      } catch (error) {
        return [...errorsFor(error, extra.connection, parts)];
      }
    },
    execute: run,
    subscribe: run,
    onNext: (_context, _id, _payload, _args, result) => payloadOf(result as Answer),
  };
}

interface SocketExtra {
  readonly connection: Connection;
}

/** graphql-ws hands these back to `execute` or `subscribe`; only our own closure is used. */
function argumentsFor(document: DocumentNode, start: Run, schema: GraphQLSchema): ExecutionArgs {
  const operation = document.definitions.find((one) => one.kind === Kind.OPERATION_DEFINITION);
  return { schema, document, operationName: operation?.name?.value ?? null, contextValue: { run: start } };
}

type Run = () => Promise<Answer | AsyncGenerator<Answer>>;

function run(args: ExecutionArgs): ReturnType<NonNullable<ServerOptions['subscribe']>> {
  const { run: start } = args.contextValue as { readonly run: Run };
  return start();
}

function payloadOf(answer: Answer): { data: Answer['data']; errors?: readonly GraphQLError[] } {
  return answer.errors.length > 0 ? { errors: answer.errors, data: answer.data } : { data: answer.data };
}

function errorsFor(error: unknown, connection: Connection, parts: EndpointParts): readonly GraphQLError[] {
  if (error instanceof Refusal) {
    parts.metrics.refusal(error.code);
    return error.errors;
  }
  const { correlationId } = connection;
  parts.onUnexpected(error, 'router', correlationId);
  return [refusalError('INTERNAL_SERVER_ERROR', 'Unexpected error', { extensions: { correlationId } })];
}
