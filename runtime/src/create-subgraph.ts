import { createSourceEventStream, type ExecutionResult, execute, GraphQLError, type GraphQLSchema } from 'graphql';
import type { Consumer } from './consumer.ts';
import { type Database, openDatabase } from './database.ts';
import { feedConsumer } from './feed-consumer.ts';
import type { GuardedFetch } from './guarded-fetch.ts';
import { guardedSchema, type ResolverMap } from './guarded-schema.ts';
import type { Job } from './job.ts';
import { createLiveTail, type LiveTail } from './live-tail.ts';
import type { Logger } from './log.ts';
import type { Loop } from './loop.ts';
import type { Mailer } from './mailer.ts';
import { type OpenOperation, type OperationContext, openOperation } from './operation-context.ts';
import { createOutbox, type Outbox } from './outbox.ts';
import { createOutboxReader } from './outbox-reader.ts';
import { createParsedOperations } from './parsed-operations.ts';
import type { PartnerOperations } from './partner-operations.ts';
import type { Queues } from './queues.ts';
import type { RemoteModelAccess } from './remote-model-access.ts';
import { defaultRetention, type Retention, retentionJob } from './retention.ts';
import { runConsumer } from './run-consumer.ts';
import type { Sealer } from './sealed-secret.ts';
import type { OperationPassport, SubgraphEndpoint } from './subgraph.ts';
import type { SubgraphName } from './subgraph-names.ts';
import type { WakeUps } from './wake-ups.ts';

/** What a subgraph stands on; the same whether it shares a process with the others or not. */
export interface Platform {
  readonly databaseUrl: string;
  /** Acts as teei_relay. */
  readonly relayDatabase: Database;
  readonly queues: Queues;
  readonly wakeUps: WakeUps;
  readonly log: Logger;
  /** Where uploaded files are kept until they are imported. */
  readonly dataFolder: string;
  /** Seals what companies gave us to reach other systems. */
  readonly sealer: Sealer;
  readonly retention?: Retention;
  /** The only way to addresses that others name. */
  readonly outgoing: GuardedFetch;
  readonly mailer: Mailer;
  /** Keys of the operator to models of others; a company's texts go there only where it chose so. */
  readonly remoteModels?: RemoteModelAccess;
  /** Where browsers find the cockpit, such as https://teei.example; links in mails lead there. */
  readonly baseUrl: string;
  /** What the router says of operations that companies register for their keys; without it none can be registered. */
  readonly partnerOperations?: PartnerOperations;
  /** How to call another subgraph's internal fields, in this process or over HTTP. */
  readonly subgraph: (name: SubgraphName) => SubgraphEndpoint;
}

export interface SubgraphParts {
  readonly platform: Platform;
  readonly database: Database;
  readonly outbox: Outbox;
  readonly live: LiveTail;
  readonly log: Logger;
}

export interface SubgraphDefinition<Context extends OperationContext> {
  readonly name: SubgraphName;
  readonly sdl: string;
  readonly resolvers: ResolverMap;
  /** Adds loaders and ports to what every operation has. */
  context(base: OperationContext, parts: SubgraphParts): Context;
  readonly consumers?: (parts: SubgraphParts) => readonly Consumer[];
  readonly jobs?: (parts: SubgraphParts) => readonly Job[];
  /** Work that looks for itself what there is to do. */
  readonly loops?: (parts: SubgraphParts) => readonly Loop[];
}

export interface Subgraph extends SubgraphEndpoint {
  readonly name: SubgraphName;
  readonly parts: SubgraphParts;
  readonly schema: GraphQLSchema;
  /** Starts reading live events, so that subscriptions can be served. */
  start(): Promise<void>;
  /** Starts consumers and jobs. */
  work(): Promise<void>;
  destroy(): Promise<void>;
}

export function createSubgraph<Context extends OperationContext>(
  definition: SubgraphDefinition<Context>,
  platform: Platform,
): Subgraph {
  const { name } = definition;
  const log = platform.log.child({ subgraph: name });
  const database = openDatabase({ url: platform.databaseUrl, role: `teei_${name}`, pipeline: true });
  const reader = createOutboxReader(platform.relayDatabase, name);
  const live = createLiveTail({ outbox: name, reader, wakeUps: platform.wakeUps, log });
  const parts = { platform, database, outbox: createOutbox(name, platform.wakeUps), live, log };
  const schema = guardedSchema(definition.sdl, definition.resolvers);
  const parsed = createParsedOperations(schema);
  const loops: Loop[] = [];
  const open = (passport: OperationPassport) => {
    const operation = openOperation(parts, passport);
    return { operation, context: definition.context(operation.context, parts) };
  };
  return {
    name,
    parts,
    schema,
    execute: async ({ query, document, operationName, variables }, passport) => {
      const found = parsed(query, document);
      if ('errors' in found) return masked(found, log, passport);
      const { operation, context } = open(passport);
      const result = await execute({
        schema,
        document: found.document,
        contextValue: context,
        variableValues: variables ?? null,
        operationName: operationName ?? null,
      });
      return finish(operation, result, log, passport);
    },
    subscribe: async (request, passport) => {
      const found = parsed(request.query, request.document);
      if ('errors' in found) return masked(found, log, passport);
      const { operation, context } = open(passport);
      const args = {
        schema,
        document: found.document,
        variableValues: request.variables ?? null,
        operationName: request.operationName ?? null,
      };
      const stream = await createSourceEventStream({ ...args, contextValue: context });
      await operation.end('commit');
      if (!(Symbol.asyncIterator in stream)) return masked(stream, log, passport);
      // Each event gets a context of its own: its transaction and loaders must see what is true now.
      return mapEvents(stream as AsyncIterableIterator<unknown>, {
        map: async (rootValue) => {
          const event = open(passport);
          const result = await execute({ ...args, rootValue, contextValue: event.context });
          return finish(event.operation, result, log, passport);
        },
        last: (error) => masked({ errors: [asGraphQLError(error)] }, log, passport),
      });
    },
    start: () => live.start(),
    work: async () => {
      const consumers = definition.consumers?.(parts) ?? [];
      const { relayDatabase, queues, retention = defaultRetention } = platform;
      const clearing = retentionJob({ schema: name, relayDatabase, queues, retention, log }, consumers);
      // Each has a first connection to wait for.
      await Promise.all([
        ...consumers.map((consumer) => runConsumer({ ...platform, subgraph: name, database, log }, consumer)),
        ...[...(definition.jobs?.(parts) ?? []), clearing].map((job) => job.start()),
      ]);
      loops.push(...consumers.map((consumer) => feedConsumer({ ...platform, log }, consumer)));
      loops.push(...(definition.loops?.(parts) ?? []));
      for (const loop of loops) loop.start();
    },
    destroy: async () => {
      await live.stop();
      await Promise.all(loops.map((loop) => loop.stop()));
      await database.close();
    },
  };
}

/** A mutation with an error leaves nothing behind, so it also answers nothing. */
async function finish(
  operation: OpenOperation,
  result: ExecutionResult,
  log: Logger,
  passport: OperationPassport,
): Promise<ExecutionResult> {
  try {
    await operation.end(result.errors ? 'rollback' : 'commit');
    return masked(result, log, passport);
  } catch (error) {
    return masked({ errors: [new GraphQLError('commit failed', { originalError: error as Error })] }, log, passport);
  }
}

/**
 * Errors that carry a code were written for the caller, and GraphQL's own without one say which value of the request does
 * not fit; all others are logged here and told only by their correlation id.
 */
function masked(result: ExecutionResult, log: Logger, { correlationId }: OperationPassport): ExecutionResult {
  if (!result.errors) return result;
  const errors = result.errors.map((error) => {
    if (typeof error.extensions.code === 'string') return error;
    if (!error.originalError || error.originalError instanceof GraphQLError) {
      const extensions = { code: 'BAD_USER_INPUT', remedy: 'Send each value as its type in the schema says.' };
      return new GraphQLError(error.message, { nodes: error.nodes, path: error.path, extensions });
    }
    log.error({ err: error.originalError, correlationId, path: error.path?.join('.') }, 'an operation failed');
    return new GraphQLError('Something went wrong on our side.', {
      nodes: error.nodes,
      path: error.path,
      extensions: { code: 'INTERNAL_SERVER_ERROR', correlationId },
    });
  });
  return { ...result, errors };
}

/** A source that breaks says why as its last value, since nobody can read an error out of a stream that only ends. */
function mapEvents<T, U>(
  source: AsyncIterableIterator<T>,
  { map, last }: { readonly map: (value: T) => Promise<U>; readonly last: (error: unknown) => U },
): AsyncIterableIterator<U> {
  let broken = false;
  const next = async (): Promise<IteratorResult<U>> => {
    const { done, value } = await source.next();
    return done ? { done: true, value: undefined } : { done: false, value: await map(value) };
  };
  return {
    next: () =>
      broken
        ? Promise.resolve({ done: true, value: undefined })
        : next().catch(async (error: unknown) => {
            broken = true;
            await source.return?.();
            return { done: false, value: last(error) };
          }),
    return: async () => {
      await source.return?.();
      return { done: true, value: undefined };
    },
    throw: async (error) => {
      await source.return?.();
      throw error;
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}

function asGraphQLError(error: unknown): GraphQLError {
  return error instanceof GraphQLError
    ? error
    : new GraphQLError('the source of live events broke', { originalError: error as Error });
}
