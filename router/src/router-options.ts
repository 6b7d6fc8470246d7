import type { BreakerListener } from '@teei/runtime/breaker';
import type { SubgraphEndpoint } from '@teei/runtime/subgraph';
import type { FastifyInstance } from 'fastify';
import type { Logger } from 'pino';
import type { Registry } from 'prom-client';
import type { Authenticate } from './authenticate.ts';
import type { IdempotentAnswers } from './idempotency/idempotent-answers.ts';
import type { CompanyOperations } from './identity/company-operations.ts';
import type { Features } from './identity/features.ts';
import type { OperationUsage } from './identity/operation-usage.ts';
import type { PersistedManifest } from './persisted/manifest.ts';
import type { RouterSettings } from './settings.ts';
import type { QuerySpending } from './spending/query-spending.ts';
import type { SupergraphSource } from './supergraph/supergraph-source.ts';

export interface RouterOptions {
  /** A file is watched: when it changes, the new supergraph is put into service. */
  readonly supergraph: SupergraphSource;
  /**
   * How to reach a subgraph: in this process, or `createHttpEndpoint`, whose breaker tells `onBreaker`. Asked again for
   * each supergraph with new subgraphs or urls.
   */
  readonly endpointFor: (name: string, url: string, onBreaker: BreakerListener) => SubgraphEndpoint;
  readonly authenticate: Authenticate;
  readonly settings: RouterSettings;
  readonly manifests?: readonly PersistedManifest[];
  /** What companies have registered for their keys, beside the manifests. */
  readonly companyOperations?: CompanyOperations | undefined;
  /** Counts what keys call. */
  readonly usage?: OperationUsage | undefined;
  /** Keeps the answers of mutations with an idempotency key. */
  readonly idempotency?: IdempotentAnswers | undefined;
  /** Says what a company has switched on for whom. */
  readonly features?: Features | undefined;
  /** Counts what members ask for in operations of their own. */
  readonly spending?: QuerySpending | undefined;
  /** Where all routers count rate limits together. Without it each counts for itself. */
  readonly redisUrl?: string | undefined;
  readonly log: Logger;
  readonly metrics: Registry;
  /** Routes beside GraphQL, such as webhooks, uploads and the cockpit. */
  readonly extend?: (app: FastifyInstance) => Promise<void>;
}
