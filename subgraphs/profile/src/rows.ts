import type { Role } from '@teei/runtime/viewer';

/** Rows as the stores hand them out and the resolvers take them; named like the graph's types. */

export interface CompanyRow {
  readonly id: string;
  readonly name: string;
  readonly slug: string;
  readonly region: string;
  readonly locale: string;
  readonly currency: string;
  readonly isDemo: boolean;
}

export interface CompanyThemeRow {
  /** `#rrggbb`. */
  readonly primary: string;
  readonly secondary: string;
  readonly preset: 'FJORD' | 'FOREST' | 'EMBER' | 'PLUM' | 'GRAPHITE' | null;
  readonly font: 'INTER' | 'MANROPE' | 'SOURCE_SANS' | 'LITERATA';
  /** A data URL. */
  readonly logo: string | null;
  readonly revision: number;
  /** `actorOf(viewer)`. */
  readonly changedBy: string;
  readonly changedAt: Date;
}

export interface CompanyFeatureRow {
  readonly feature: import('@teei/runtime/features').Feature;
  readonly percentage: number;
  readonly members: number;
  readonly membersOn: number;
  /** `actorOf(viewer)`. */
  readonly changedBy: string | null;
  readonly changedAt: Date | null;
}

export interface MemberRow {
  readonly id: string;
  readonly userId: string;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly joinedAt: Date;
  readonly lastSignInAt: Date | null;
}

export interface InvitationRow {
  readonly id: string;
  readonly email: string;
  readonly role: Role;
  readonly language: import('@teei/runtime/mail-language').MailLanguage;
  /** `actorOf(viewer)`. */
  readonly invitedBy: string;
  readonly invitedAt: Date;
  readonly askedAt: Date;
  readonly expiresAt: Date;
  readonly round: number;
  readonly mailedAt: Date | null;
  readonly mailFailure: import('@teei/runtime/mailer').MailProblem | null;
  readonly acceptedAt: Date | null;
  readonly withdrawnAt: Date | null;
}

export interface DashboardViewRow {
  readonly id: string;
  readonly memberId: string;
  readonly name: string;
  readonly tiles: readonly string[];
  readonly hidden: readonly string[];
  readonly period: string | null;
  readonly programmeId: string | null;
  readonly sharedWith: readonly Role[];
  readonly isDefault: boolean;
  readonly changedAt: Date;
}

export interface AnnotationRow {
  readonly id: string;
  readonly period: string;
  readonly programmeId: string | null;
  readonly text: string;
  /** `actorOf(viewer)`. */
  readonly pinnedBy: string;
  readonly pinnedAt: Date;
  readonly changedAt: Date | null;
}

export interface MembershipRow {
  readonly company: CompanyRow;
  readonly role: Role | null;
}

export interface ParticipantRow {
  readonly id: string;
  readonly email: string | null;
  readonly displayName: string | null;
  readonly language: string | null;
  readonly createdAt: Date;
}

export interface VolunteerRow {
  readonly id: string;
  readonly email: string | null;
  readonly displayName: string | null;
  readonly createdAt: Date;
}

export type PersonKind = 'PARTICIPANT' | 'VOLUNTEER';

export interface IdentityRow {
  readonly id: string;
  readonly personId: string;
  readonly system: string;
  readonly externalId: string;
  readonly linkedAt: Date;
}

export interface PersonMergeRow {
  readonly id: string;
  readonly personKind: PersonKind;
  readonly keptId: string;
  readonly mergedId: string;
  readonly mergedName: string | null;
  readonly mergedEmail: string | null;
  /** `actorOf(viewer)`. */
  readonly mergedBy: string;
  readonly mergedAt: Date;
  readonly unmergedBy: string | null;
  readonly unmergedAt: Date | null;
}

export interface ReviewItemRow {
  readonly id: string;
  readonly personKind: PersonKind;
  readonly system: string;
  readonly externalId: string;
  readonly claimantId: string;
  readonly holderId: string;
  readonly raisedAt: Date;
  readonly decision: 'SAME_PERSON' | 'DIFFERENT_PEOPLE' | null;
  readonly ownerId: string | null;
  readonly mergeId: string | null;
  /** `actorOf(viewer)`. */
  readonly decidedBy: string | null;
  readonly decidedAt: Date | null;
}

export interface ReviewSideRow {
  readonly personKind: PersonKind;
  readonly personId: string;
}

export interface ApiKeyRow {
  readonly id: string;
  readonly name: string;
  readonly prefix: string;
  readonly scopes: string[];
  readonly createdAt: Date;
  readonly expiresAt: Date | null;
  readonly lastUsedAt: Date | null;
  readonly revokedAt: Date | null;
  readonly replacedBy: string | null;
}

export interface JourneyRuleRow {
  readonly name: string;
  /** 0 for a default. */
  readonly revision: number;
  readonly origin: 'DEFAULT' | 'COMPANY';
  /** As it was written, in YAML. */
  readonly source: string;
  /** Null when what is stored fits the form of rules no longer. */
  readonly rule: import('./domain/journey/rule.ts').JourneyRule | null;
  readonly changedAt: Date | null;
}

export interface JourneyRuleRevisionRow {
  readonly name: string;
  readonly revision: number;
  readonly source: string;
  readonly deleted: boolean;
  readonly changedBy: string;
  readonly changedAt: Date;
}

/** A flag or a milestone of a participant. */
export interface JourneyFindingRow {
  readonly participantId: string;
  readonly name: string;
  readonly rule: string;
  readonly revision: number;
  readonly since: Date;
  /** What made it, as `referenceOf` names it. */
  readonly facts: readonly string[];
}

export type FollowUpState = 'OPEN' | 'CLOSED' | 'ENDED';

export interface FollowUpRow {
  readonly id: string;
  readonly participantId: string;
  readonly rule: string;
  readonly revision: number;
  readonly reason: string;
  readonly since: Date;
  readonly facts: readonly string[];
  readonly state: FollowUpState;
  readonly openedAt: Date;
  readonly closedAt: Date | null;
}

export interface JourneyFactRow {
  readonly eventId: string;
  readonly participantId: string;
  readonly kind: import('./domain/journey/fact.ts').EventKind;
  readonly sourceId: string;
  readonly at: Date;
}

export type JourneyEvaluationStatus = 'QUEUED' | 'RUNNING' | 'COMPLETED' | 'REPLACED' | 'FAILED';

export interface JourneyEvaluationRow {
  readonly id: string;
  readonly rule: string | null;
  readonly revision: number | null;
  readonly status: JourneyEvaluationStatus;
  readonly participants: number;
  readonly done: number;
  readonly changed: number;
  readonly reached: string | null;
  readonly askedAt: Date;
  readonly finishedAt: Date | null;
}

/** How many participants a rule has set a flag or reached a milestone for, and how many follow-ups of it are open. */
export interface JourneyRuleCountsRow {
  readonly rule: string;
  readonly flags: number;
  readonly milestones: number;
  readonly followUps: number;
}

export interface JourneyPreviewRow {
  readonly name: string;
  /** How many were looked at. */
  readonly participants: number;
  /** By id. */
  readonly touched: readonly JourneyTouchRow[];
}

export interface JourneyTouchRow {
  readonly participantId: string;
  readonly changes: readonly import('./domain/journey/visible-changes.ts').VisibleChange[];
}

export interface JourneyChangeRow {
  readonly cursor: string;
  readonly participantId: string;
}

export interface JourneyProgressRow {
  readonly cursor: string;
  readonly evaluationId: string;
}
