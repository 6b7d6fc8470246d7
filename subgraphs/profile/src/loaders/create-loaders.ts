import { byKey, listsByKey, rowsById } from '@teei/runtime/by-key';
import type { OperationContext } from '@teei/runtime/operation-context';
import { shownPerson } from '@teei/runtime/person-aliases';
import type { TenantTransaction } from '@teei/runtime/tenant-transaction';
import type { MemberSessionRow } from '../rows/member-session.ts';
import type {
  OperationDayRow,
  OperationOfManifestRow,
  OperationUsageRow,
  PartnerManifestRow,
} from '../rows/partner-operations.ts';
import type {
  IdentityRow,
  JourneyEvaluationRow,
  JourneyRuleCountsRow,
  JourneyRuleRevisionRow,
  PersonKind,
  PersonMergeRow,
  ReviewItemRow,
} from '../rows.ts';
import { ApiKeyStore } from '../store/api-key-store.ts';
import { CompanyStore } from '../store/company-store.ts';
import { FollowUpStore } from '../store/follow-up-store.ts';
import { IdentityStore } from '../store/identity-store.ts';
import { JourneyEvaluationStore } from '../store/journey-evaluation-store.ts';
import { JourneyFactStore } from '../store/journey-fact-store.ts';
import { JourneyReadingStore } from '../store/journey-reading-store.ts';
import { JourneyRuleStore } from '../store/journey-rule-store.ts';
import { MemberSessionStore } from '../store/member-session-store.ts';
import { MemberStore } from '../store/member-store.ts';
import { MergeStore } from '../store/merge-store.ts';
import { OperationUsageStore } from '../store/operation-usage-store.ts';
import { ParticipantStore } from '../store/participant-store.ts';
import { PartnerManifestStore } from '../store/partner-manifest-store.ts';
import { ReviewItemStore } from '../store/review-item-store.ts';
import { VolunteerStore } from '../store/volunteer-store.ts';

export type Loaders = ReturnType<typeof createLoaders>;

/** One read for all the keys that an operation asks for in the same step. */
export function createLoaders(context: OperationContext) {
  const rows = rowsById(context);
  const askedIdOf = (row: { readonly askedId: string }): string => row.askedId;
  const shownIdOf = (row: { readonly shownId: string }): string => row.shownId;
  const identitiesOf = (kind: PersonKind) =>
    listsByKey<IdentityRow & OfPerson>(shownIdOf, async (ids) =>
      new IdentityStore(await context.tx()).ofPeople(kind, ids),
    );
  return {
    company: rows(CompanyStore),
    member: rows(MemberStore),
    participant: byKey(askedIdOf, async (ids) => new ParticipantStore(await context.tx()).byIds(ids)),
    volunteer: byKey(askedIdOf, async (ids) => new VolunteerStore(await context.tx()).byIds(ids)),
    reviewItem: rows(ReviewItemStore),
    memberSessions: listsByKey<MemberSessionRow>(
      ({ memberId }) => memberId,
      async (ids) => new MemberSessionStore(await context.tx()).ofMembers(ids),
    ),
    apiKey: rows(ApiKeyStore),
    ...operationLoaders(context),
    ...journeyLoaders(context),
    identitiesOf: { PARTICIPANT: identitiesOf('PARTICIPANT'), VOLUNTEER: identitiesOf('VOLUNTEER') },
    mergesOf: listsByKey<PersonMergeRow & OfPerson>(shownIdOf, async (ids) =>
      new MergeStore(await context.tx()).ofPeople(ids),
    ),
    openReviewItemsOf: listsByKey<ReviewItemRow & OfPerson>(shownIdOf, async (ids) =>
      new ReviewItemStore(await context.tx()).openOf('PARTICIPANT', ids),
    ),
    shownPerson: shownPerson('profile', () => context.tx()),
  };
}

interface OfPerson {
  /** The person that a list was asked for; a row of it may be of somebody who is shown as them. */
  readonly shownId: string;
}

function operationLoaders(context: OperationContext) {
  const hashOf = ({ hash }: { readonly hash: string }): string => hash;
  return {
    partnerOperations: listsByKey<OperationOfManifestRow>(
      ({ manifestId }) => manifestId,
      async (ids) => new PartnerManifestStore(await context.tx()).operationsOf(ids),
    ),
    /** There is one for the company of the operation, whatever the key. */
    activeManifest: byKey<PartnerManifestRow>(
      () => '',
      async () => {
        const active = await new PartnerManifestStore(await context.tx()).active();
        return active ? [active] : [];
      },
    ),
    operationUsage: byKey<OperationUsageRow>(hashOf, async (hashes) =>
      new OperationUsageStore(await context.tx()).of(hashes),
    ),
    operationDays: listsByKey<OperationDayRow>(hashOf, async (hashes) =>
      new OperationUsageStore(await context.tx()).daysOf(hashes),
    ),
  };
}

function journeyLoaders(context: OperationContext) {
  const ofParticipants = <Row extends { readonly participantId: string }>(
    read: (tx: TenantTransaction, ids: readonly string[]) => Promise<Row[]>,
  ) =>
    listsByKey<Row>(
      ({ participantId }) => participantId,
      async (ids) => read(await context.tx(), ids),
    );
  return {
    journeyFlags: ofParticipants((tx, ids) => new JourneyReadingStore(tx).flagsOf(ids)),
    journeyMilestones: ofParticipants((tx, ids) => new JourneyReadingStore(tx).milestonesOf(ids)),
    journeyFacts: ofParticipants((tx, ids) => new JourneyFactStore(tx).rowsOf(ids)),
    openFollowUps: ofParticipants((tx, ids) => new FollowUpStore(tx).ofParticipants(ids)),
    journeyRuleCounts: byKey<JourneyRuleCountsRow>(
      ({ rule }) => rule,
      async (names) => new JourneyReadingStore(await context.tx()).countsOf(names),
    ),
    journeyRuleRevisions: listsByKey<JourneyRuleRevisionRow>(
      ({ name }) => name,
      async (names) => new JourneyRuleStore(await context.tx()).revisionsOf(names),
    ),
    journeyEvaluation: byKey<JourneyEvaluationRow>(
      ({ id }) => id,
      async (ids) => new JourneyEvaluationStore(await context.tx()).byIds(ids),
    ),
  };
}
