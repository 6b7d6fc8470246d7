import type { Role } from '@teei/runtime/viewer';

/** Rows as the stores hand them out and the resolvers take them; named like the graph's types. */

export interface CompanyRow {
  readonly id: string;
  readonly name: string;
  readonly slug: string;
  readonly region: string;
  readonly locale: string;
  readonly currency: string;
}

export interface MemberRow {
  readonly id: string;
  readonly userId: string;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly joinedAt: Date;
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
