export interface CredentialRow {
  readonly id: string;
  readonly status: 'UNVERIFIED' | 'PENDING' | 'VERIFIED' | 'REJECTED' | 'SUPERSEDED';
  readonly reason: import('../domain/credential/verify-badge.ts').CredentialReason | null;
  readonly checks: readonly import('../domain/credential/verify-badge.ts').CredentialCheck[];
  readonly participantId: string | null;
  readonly issuer: string | null;
  readonly issuerName: string | null;
  readonly achievement: string | null;
  readonly issuedAt: Date | null;
  readonly expiresAt: Date | null;
  readonly submittedAt: Date;
  readonly checkedAt: Date | null;
  readonly document: string | null;
}

export interface TrustedIssuerRow {
  readonly id: string;
  readonly issuer: string;
  readonly name: string;
  readonly addedAt: Date;
}

export interface LearningRecordRow {
  readonly id: string;
  readonly externalId: string;
  readonly kind: 'COMPLETED' | 'PROGRESSED' | 'WITHDRAWN';
  readonly participantId: string | null;
  readonly courseName: string | null;
  readonly occurredAt: Date | null;
  readonly progress: number | null;
  readonly score: number | null;
}

export type LearningProvider = 'ECORNELL' | 'ITSLEARNING' | 'XAPI' | 'ONEROSTER';

export interface ProviderLinkRow {
  readonly id: string;
  readonly provider: LearningProvider;
  readonly name: string;
  readonly baseUrl: string;
  readonly settings: ProviderSettings;
  /** Sealed. */
  readonly secret: string;
  readonly status: 'ACTIVE' | 'DISABLED';
  readonly cursor: string | null;
  readonly intervalMinutes: number;
  readonly turn: number;
  readonly nextRunAt: Date | null;
  readonly failures: number;
  readonly createdAt: Date;
}

export interface ProviderSettings {
  readonly tokenUrl?: string | null;
  readonly clientId?: string | null;
  readonly recordsPath?: string | null;
}

export interface ProviderRunRow {
  readonly id: string;
  readonly connectionId: string;
  readonly status: 'RUNNING' | 'COMPLETED' | 'FAILED';
  readonly pages: number;
  readonly recordsRead: number;
  readonly recordsCreated: number;
  readonly recordsUpdated: number;
  readonly recordsUnchanged: number;
  readonly recordsRejected: number;
  readonly errorCode: string | null;
  readonly startedAt: Date;
  readonly finishedAt: Date | null;
}
