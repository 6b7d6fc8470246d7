import type { ConnectionShape } from '@teei/runtime/connection';

/** What a company chose beyond the local model. Money is in millionths of a US dollar. */
export interface RemoteSettingRow {
  readonly revision: number;
  /** In the order in which they are asked; none: the local one alone. */
  readonly models: readonly string[];
  readonly limitMicros: number;
  readonly atLimit: 'LOCAL' | 'CHEAPER';
  readonly cheaperModel: string | null;
  /** What the cheaper one may spend beyond the limit. */
  readonly cheaperMicros: number;
  readonly changedAt: Date;
}

export interface ModelMonthRow {
  readonly spentMicros: number;
  readonly reservedMicros: number;
  readonly warned80At: Date | null;
  readonly warned90At: Date | null;
  readonly warned100At: Date | null;
}

/** What became of a text that a remote model was to read; `READ` and `CACHED` made scores. */
export type CallOutcome =
  | 'READ'
  | 'PENDING'
  | 'CACHED'
  | 'SHIELDED'
  | 'PERSONAL_DATA'
  | 'OVER_BUDGET'
  | 'NO_KEY'
  | 'THROTTLED'
  | 'UNAVAILABLE'
  | 'TIMED_OUT'
  | 'REJECTED'
  | 'TRUNCATED'
  | 'MALFORMED'
  | 'HOSTILE'
  | 'LOST';

export interface ModelCallRow {
  readonly id: string;
  readonly purpose: 'Q2Q';
  readonly model: string;
  readonly promptVersion: string;
  readonly sourceId: string;
  readonly outcome: CallOutcome;
  readonly inputTokens: number | null;
  readonly outputTokens: number | null;
  readonly costMicros: number;
  /** yyyy-mm-dd. */
  readonly pricedOn: string;
  readonly startedAt: Date;
}

export interface ModelCallFilterRow {
  /** yyyy-mm-01. */
  readonly month: string | null;
  readonly purpose: string | null;
  readonly model: string | null;
  readonly outcome: string | null;
}

export interface ModelCallPage extends ConnectionShape<ModelCallRow> {
  readonly filter: ModelCallFilterRow;
}

export interface ModelCallSumRow {
  readonly purpose: 'Q2Q';
  readonly model: string;
  readonly calls: number;
  readonly texts: number;
  readonly inputTokens: number;
  readonly outputTokens: number;
  readonly costMicros: number;
}
