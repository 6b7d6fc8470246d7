/** Rows as the stores hand them out and the resolvers take them; named like the graph's types. */

export interface EntityRef {
  readonly id: string;
}

export interface ConsentRow {
  readonly id: string;
  readonly participantId: string;
  readonly purpose: 'PROGRAMME' | 'ANALYTICS' | 'PUBLICATION';
  readonly granted: boolean;
  readonly textVersion: string;
  readonly recordedAt: Date;
}

export interface PrivacyRequestRow {
  readonly id: string;
  readonly participantId: string;
  readonly kind: 'ACCESS' | 'ERASURE';
  readonly status: 'RECEIVED' | 'IN_PROGRESS' | 'COMPLETED' | 'REFUSED';
  readonly receivedAt: Date;
  readonly dueAt: Date;
  readonly completedAt: Date | null;
}

export interface AuditEntryRow {
  readonly id: string;
  readonly position: number;
  readonly action: string;
  readonly actor: string;
  readonly target: string | null;
  readonly detail: Readonly<Record<string, unknown>>;
  readonly occurredAt: Date;
  readonly previousHash: string;
  readonly hash: string;
}

/** What of the log is asked for; null narrows nothing. */
export interface AuditFilter {
  readonly action: string | null;
  readonly actor: string | null;
  readonly target: string | null;
  readonly from: Date | null;
  /** Exclusive. */
  readonly to: Date | null;
}
