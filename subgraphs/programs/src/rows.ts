/** Rows as the stores hand them out and the resolvers take them; named like the graph's types. */

export interface EntityRef {
  readonly id: string;
}

export interface ProgrammeRow {
  readonly id: string;
  readonly name: string;
  readonly kind: 'LANGUAGE' | 'MENTORSHIP' | 'BUDDY' | 'UPSKILLING';
  readonly startsOn: Date | null;
}

export interface SessionRow {
  readonly id: string;
  readonly sourceId: string;
  readonly kind: 'LANGUAGE' | 'MENTORSHIP';
  readonly startedAt: Date;
  readonly durationMinutes: number;
  readonly rating: number | null;
  readonly languageLevel: 'A1' | 'A2' | 'B1' | 'B2' | 'C1' | 'C2' | null;
  readonly feedback: string | null;
  readonly revision: number;
  readonly programmeId: string;
  readonly participantId: string;
  readonly volunteerId: string | null;
}

export interface EnrolmentRow {
  readonly id: string;
  readonly programmeId: string;
  readonly participantId: string;
  readonly enrolledAt: Date;
}

export interface BuddyMatchRow {
  readonly id: string;
  readonly participantId: string;
  readonly volunteerId: string;
  readonly status: 'ACTIVE' | 'ENDED';
  readonly matchedAt: Date;
  readonly language: string | null;
  readonly interests: string | null;
  readonly location: string | null;
}

export interface BuddyFeedbackRow {
  readonly id: string;
  readonly matchId: string;
  readonly author: string;
  readonly submittedAt: Date;
  readonly rating: number | null;
}

export interface BuddyCheckInRow {
  readonly id: string;
  readonly matchId: string;
  readonly checkedAt: Date;
  readonly mood: number | null;
}

export interface CourseCompletionRow {
  readonly id: string;
  readonly participantId: string;
  readonly provider: string;
  readonly courseName: string;
  readonly completedAt: Date;
  readonly finalScore: number | null;
}

export type VolunteerActivityStatus = 'LOGGED' | 'APPROVED' | 'DECLINED';

export interface VolunteerActivityRow {
  readonly id: string;
  readonly volunteerId: string;
  readonly activityDate: Date;
  readonly hours: number;
  readonly activityType: string | null;
  readonly ngoName: string | null;
  readonly location: string | null;
  readonly description: string | null;
  readonly status: VolunteerActivityStatus;
  /** Null for what a file states. */
  readonly loggedBy: string | null;
  readonly inSession: boolean;
  readonly revision: number;
}

export interface VolunteerActivityChangeRow {
  readonly activityId: string;
  readonly ordinal: number;
  readonly kind: 'LOGGED' | 'APPROVED' | 'CORRECTED' | 'DECLINED' | 'CHANGED_BY_FILE';
  readonly actor: string | null;
  readonly reason: string | null;
  readonly hoursBefore: number | null;
  readonly hoursAfter: number;
  readonly dateBefore: Date | null;
  readonly dateAfter: Date;
  readonly statusAfter: VolunteerActivityStatus;
  readonly changedAt: Date;
}

export type OutcomeDimensionRow = 'CONFIDENCE' | 'BELONGING' | 'LANG_LEVEL_PROXY' | 'JOB_READINESS';

export interface SurveyRow {
  readonly id: string;
  readonly programmeId: string;
  readonly phase: 'BASELINE' | 'FOLLOW_UP';
  readonly version: number;
  readonly title: string;
  readonly createdAt: Date;
}

export interface SurveyQuestionRow {
  readonly id: string;
  readonly surveyId: string;
  readonly position: number;
  readonly text: string;
  readonly dimension: OutcomeDimensionRow;
  readonly scaleMin: number;
  readonly scaleMax: number;
  readonly reversed: boolean;
}

export interface SurveyResponseRow {
  readonly id: string;
  readonly surveyId: string;
  readonly programmeId: string;
  readonly participantId: string;
  readonly answeredAt: Date;
  readonly answers: { readonly questionId: string; readonly value: number }[];
}

export interface DimensionChangeRow {
  readonly dimension: OutcomeDimensionRow;
  readonly pairs: number | null;
  readonly baseline: number | null;
  readonly followUp: number | null;
  readonly delta: number | null;
  readonly absence: 'NO_EVIDENCE' | 'GROUP_TOO_SMALL' | null;
}

export type ImportStatus =
  | 'PLANNED'
  | 'QUEUED'
  | 'RUNNING'
  | 'COMPLETED'
  | 'CANCELLED'
  | 'FAILED'
  | 'UNDOING'
  | 'UNDONE';

/** read = created + updated + unchanged + rejected, at every moment. */
export interface ImportAccountRow {
  readonly read: number;
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly rejected: number;
}

export interface ImportRow {
  readonly id: string;
  readonly uploadId: string;
  readonly kind: import('./domain/records/record-kind.ts').RecordKind;
  readonly fileName: string;
  readonly byteSize: number;
  readonly uploadRemoved: boolean;
  readonly status: ImportStatus;
  readonly dialect: import('./domain/import-file/dialect.ts').Dialect;
  readonly columns: readonly { readonly column: string; readonly field: string | null }[];
  readonly missingFields: readonly string[];
  readonly preview: readonly (readonly string[])[];
  readonly plan: ImportAccountRow | null;
  readonly rowsRead: number;
  readonly rowsCreated: number;
  readonly rowsUpdated: number;
  readonly rowsUnchanged: number;
  readonly rowsRejected: number;
  readonly bytesRead: number;
  readonly cancelAsked: boolean;
  readonly failureCode: string | null;
  readonly createdAt: Date;
  readonly startedAt: Date | null;
  readonly finishedAt: Date | null;
}

export interface ImportIssueRow {
  readonly line: number;
  readonly ordinal: number;
  readonly column: string;
  readonly value: string;
  readonly level: 'ERROR' | 'WARNING';
  readonly code: string;
  readonly remedy: string;
}

export interface SessionActivityRow {
  readonly cursor: string;
  readonly change: 'RECORDED' | 'CORRECTED' | 'WITHDRAWN';
  readonly sessionId: string;
}

export interface ImportProgressRow {
  readonly cursor: string;
  readonly importId: string;
}

export interface WebhookEndpointRow {
  readonly id: string;
  readonly name: string;
  readonly source: string;
  readonly signature: 'STANDARD' | 'PLAIN';
  readonly senderCompanyId: string | null;
  readonly createdAt: Date;
  readonly disabledAt: Date | null;
}

export interface WebhookSecretRow {
  readonly id: string;
  readonly endpointId: string;
  readonly prefix: string;
  readonly createdAt: Date;
  readonly expiresAt: Date | null;
}

export type WebhookDeliveryStatus = 'RECEIVED' | 'RETRYING' | 'PROCESSED' | 'UNRECOGNISED' | 'DEAD';

export interface WebhookAttempt {
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly code: string;
  readonly reason: string;
}

export interface WebhookDeliveryRow {
  readonly id: string;
  readonly endpointId: string;
  readonly source: string;
  readonly deliveryId: string;
  readonly eventId: string | null;
  readonly eventType: string;
  readonly eventVersion: number;
  readonly occurredAt: Date;
  readonly status: WebhookDeliveryStatus;
  readonly attempts: number;
  readonly nextAttemptAt: Date | null;
  readonly outcome: 'APPLIED' | 'SUPERSEDED' | 'NOTED' | 'TEST' | null;
  readonly errorCode: string | null;
  readonly error: string | null;
  readonly receivedAt: Date;
  readonly handledAt: Date | null;
}

/** What of a delivery is long, read only when it is asked for. */
export interface WebhookContentRow {
  readonly id: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Null when it has been cleared. */
  readonly body: string | null;
  readonly bodySha256: string | null;
  readonly history: readonly WebhookAttempt[];
}

export interface WebhookActivityRow {
  readonly cursor: string;
  readonly deliveryIds: readonly string[];
  readonly count: number;
}

export interface CredentialRow {
  readonly id: string;
  readonly status: 'UNVERIFIED' | 'PENDING' | 'VERIFIED' | 'REJECTED' | 'SUPERSEDED';
  readonly reason: import('./domain/credential/verify-badge.ts').CredentialReason | null;
  readonly checks: readonly import('./domain/credential/verify-badge.ts').CredentialCheck[];
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
