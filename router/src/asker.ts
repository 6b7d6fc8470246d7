import type { Viewer } from '@teei/runtime/viewer';
import type { Departure } from './departure.ts';
import type { Variables } from './execute/conditions.ts';
import type { Graph } from './graph.ts';
import type { IdempotentAnswers } from './idempotency/idempotent-answers.ts';
import type { CompanyOperations } from './identity/company-operations.ts';
import type { Features } from './identity/features.ts';
import type { OperationUsage } from './identity/operation-usage.ts';
import type { PersistedOperations } from './persisted/persisted-operations.ts';
import type { PermittedOperation } from './plan/permitted-operation.ts';
import type { RouterSettings } from './settings.ts';
import type { QuerySpending } from './spending/query-spending.ts';

export interface AdmittedOperation {
  readonly permitted: PermittedOperation;
  readonly variables: Variables;
}

/** Who asks, and what goes with the question. */
export interface Asker {
  readonly graph: Graph;
  readonly viewer: Viewer;
  readonly correlationId: string;
  readonly traceparent: string | undefined;
  /** Fires when nobody waits for the answer any more. */
  readonly leaves?: Departure;
  /** The request came by a method that must not change anything. */
  readonly readsOnly?: boolean;
  /** Chosen by the sender: the same mutation under the same key is executed once. */
  readonly idempotencyKey?: string;
  onOperation?(name: string | undefined): void;
}

/** The parts of the router that do not change from request to request. */
export interface AnsweringParts {
  readonly settings: RouterSettings;
  readonly persisted: PersistedOperations;
  /** What companies have registered for their keys; without it keys call what comes with the platform. */
  readonly companyOperations?: CompanyOperations | undefined;
  /** Counts what keys call. */
  readonly usage?: OperationUsage | undefined;
  /** Keeps answers for idempotency keys; without it the router serves no such keys. */
  readonly idempotency?: IdempotentAnswers | undefined;
  /** Says what a company has switched on for whom; without it everything is on. */
  readonly features?: Features | undefined;
  /** Counts what members ask for in operations of their own; without it that is not limited by the day. */
  readonly spending?: QuerySpending | undefined;
  onFetch(subgraph: string, seconds: number, succeeded: boolean): void;
  onUnexpected(error: unknown, subgraph: string, correlationId: string): void;
}
