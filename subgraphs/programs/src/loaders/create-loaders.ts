import { byKey, forEachPage, idOf, listsByKey, rowsById } from '@teei/runtime/by-key';
import type { Page } from '@teei/runtime/connection';
import type { OperationContext } from '@teei/runtime/operation-context';
import { shownPerson } from '@teei/runtime/person-aliases';
import type { DimensionMeans } from '../domain/survey/shown-change.ts';
import type { ImportIssueRow } from '../rows/import.ts';
import type { CredentialRow, ProviderRunRow } from '../rows/learning.ts';
import type { EnrolmentRow, SessionRow } from '../rows/programme.ts';
import type { VolunteerActivityChangeRow } from '../rows/record.ts';
import type { SurveyQuestionRow, SurveyResponseRow, SurveyRow } from '../rows/survey.ts';
import type { WebhookSecretRow } from '../rows/webhook.ts';

import { BuddyCheckInStore } from '../store/buddy-check-in-store.ts';
import { BuddyFeedbackStore } from '../store/buddy-feedback-store.ts';
import { BuddyMatchStore } from '../store/buddy-match-store.ts';
import { CourseCompletionStore } from '../store/course-completion-store.ts';
import { CredentialStore } from '../store/credential-store.ts';
import { type EnrolmentParent, EnrolmentStore } from '../store/enrolment-store.ts';
import { ImportStore } from '../store/import-store.ts';
import { LearningRecordStore } from '../store/learning-record-store.ts';
import { ProgrammeStore } from '../store/programme-store.ts';
import { ProviderLinkStore } from '../store/provider-link-store.ts';
import { ProviderRunStore } from '../store/provider-run-store.ts';
import { type SessionParent, SessionStore } from '../store/session-store.ts';
import { SurveyResponseStore } from '../store/survey-response-store.ts';
import { SurveyStore } from '../store/survey-store.ts';
import { TrustedIssuerStore } from '../store/trusted-issuer-store.ts';
import { VolunteerActivityStore } from '../store/volunteer-activity-store.ts';
import { WebhookDeliveryStore } from '../store/webhook-delivery-store.ts';
import { WebhookEndpointStore } from '../store/webhook-endpoint-store.ts';

export type Loaders = ReturnType<typeof createLoaders>;

/** One read for all the keys that an operation asks for in the same step. */
export function createLoaders(context: OperationContext) {
  const rows = rowsById(context);
  return {
    programme: rows(ProgrammeStore),
    session: rows(SessionStore),
    enrolment: rows(EnrolmentStore),
    buddyMatch: rows(BuddyMatchStore),
    buddyFeedback: rows(BuddyFeedbackStore),
    buddyCheckIn: rows(BuddyCheckInStore),
    courseCompletion: rows(CourseCompletionStore),
    volunteerActivity: rows(VolunteerActivityStore),
    changesOfActivity: listsByKey<VolunteerActivityChangeRow>(
      (row) => row.activityId,
      async (ids) => new VolunteerActivityStore(await context.tx()).changesOf(ids),
    ),
    import: rows(ImportStore),
    webhookEndpoint: rows(WebhookEndpointStore),
    webhookSecrets: listsByKey<WebhookSecretRow>(
      (row) => row.endpointId,
      async (ids) => new WebhookEndpointStore(await context.tx()).secretsOf(ids),
    ),
    webhookDelivery: rows(WebhookDeliveryStore),
    webhookContent: byKey(idOf, async (ids) => new WebhookDeliveryStore(await context.tx()).contentOf(ids)),
    survey: rows(SurveyStore),
    surveysOf: listsByKey<SurveyRow>(
      (row) => row.programmeId,
      async (ids) => new SurveyStore(await context.tx()).newestOf(ids),
    ),
    questionsOf: listsByKey<SurveyQuestionRow>(
      (row) => row.surveyId,
      async (ids) => new SurveyStore(await context.tx()).questionsOf(ids),
    ),
    surveyResponsesOf: listsByKey<SurveyResponseRow & { readonly shownId: string }>(
      (row) => row.shownId,
      async (ids) => new SurveyResponseStore(await context.tx()).ofParticipants(ids),
    ),
    surveyMeansOf: listsByKey<DimensionMeans & { readonly programmeId: string }>(
      (row) => row.programmeId,
      async (ids) => new SurveyResponseStore(await context.tx()).meansOf(ids),
    ),
    shownPerson: shownPerson('programs', () => context.tx()),
    sessionsOf: forEachPage((parent: SessionParent, page: Page<readonly string[] & { length: 2 }>) =>
      listsByKey<SessionRow & { readonly parentId: string }>(
        (row) => row.parentId,
        async (ids) => new SessionStore(await context.tx()).pagesOf(parent, ids, page),
      ),
    ),
    sessionCountOf: forEachPage((parent: SessionParent) =>
      byKey(idOf, async (ids) => new SessionStore(await context.tx()).countsOf(parent, ids)),
    ),
    enrolmentsOf: forEachPage((parent: EnrolmentParent, page: Page<readonly string[] & { length: 1 }>) =>
      listsByKey<EnrolmentRow & { readonly parentId: string }>(
        (row) => row.parentId,
        async (ids) => new EnrolmentStore(await context.tx()).pagesOf(parent, ids, page),
      ),
    ),
    enrolmentCountOf: forEachPage((parent: EnrolmentParent) =>
      byKey(idOf, async (ids) => new EnrolmentStore(await context.tx()).countsOf(parent, ids)),
    ),
    issuesOf: forEachPage((page: Page<readonly string[] & { length: 2 }>) =>
      listsByKey<ImportIssueRow & { readonly importId: string }>(
        (row) => row.importId,
        async (ids) => new ImportStore(await context.tx()).issuesOf(ids, page),
      ),
    ),
    credential: rows(CredentialStore),
    trustedIssuer: rows(TrustedIssuerStore),
    learningRecord: rows(LearningRecordStore),
    providerLink: rows(ProviderLinkStore),
    providerRun: rows(ProviderRunStore),
    credentialsOf: forEachPage((page: Page<readonly string[] & { length: 1 }>) =>
      listsByKey<CredentialRow & { readonly parentId: string }>(
        (row) => row.parentId,
        async (ids) => new CredentialStore(await context.tx()).pagesOf(ids, page),
      ),
    ),
    credentialCount: byKey(idOf, async (ids) => new CredentialStore(await context.tx()).countsOf(ids)),
    providerRunsOf: forEachPage((page: Page<readonly string[] & { length: 1 }>) =>
      listsByKey<ProviderRunRow>(
        (row) => row.connectionId,
        async (ids) => new ProviderRunStore(await context.tx()).pagesOf(ids, page),
      ),
    ),
    providerRunCount: byKey(idOf, async (ids) => new ProviderRunStore(await context.tx()).countsOf(ids)),
    issueCount: byKey(idOf, async (ids) => new ImportStore(await context.tx()).countIssuesOf(ids)),
  };
}
