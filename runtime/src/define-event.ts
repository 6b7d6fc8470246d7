import type { z } from 'zod';

/** A contract between the subgraph that emits an event and those that consume it (CloudEvents 1.0 `type` and data). */
export interface EventContract<Type extends string = string, Data = unknown> {
  readonly type: Type;
  /** Raised when `data` changes in a way that old consumers cannot read. */
  readonly dataVersion: number;
  readonly data: z.ZodType<Data>;
}

/** An event of a company, as it leaves the outbox. */
export interface PlatformEvent<Type extends string = string, Data = unknown> {
  readonly id: string;
  readonly companyId: string;
  readonly type: Type;
  readonly dataVersion: number;
  /** Id of what the event is about. */
  readonly subject: string;
  readonly correlationId: string | null;
  readonly causationId: string | null;
  /** ISO 8601, UTC. */
  readonly time: string;
  readonly data: Data;
}

export type EventOf<Contract> =
  Contract extends EventContract<infer Type, infer Data> ? PlatformEvent<Type, Data> : never;

export function defineEvent<const Type extends string, Data>(
  type: Type,
  dataVersion: number,
  data: z.ZodType<Data>,
): EventContract<Type, Data> {
  return { type, dataVersion, data };
}
