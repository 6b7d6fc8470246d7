import { byKey, listsByKey } from '@teei/runtime/by-key';
import type { Page } from '@teei/runtime/connection';
import type { OperationContext } from '@teei/runtime/operation-context';
import { shownPerson } from '@teei/runtime/person-aliases';
import type { TenantTransaction } from '@teei/runtime/tenant-transaction';
import type DataLoader from 'dataloader';
import type { DimensionMeans } from '../domain/survey/shown-change.ts';
import type {
  EnrolmentRow,
  ImportIssueRow,
  SessionRow,
  SurveyQuestionRow,
  SurveyResponseRow,
  SurveyRow,
  WebhookSecretRow,
} from '../rows.ts';
import { BuddyMatchStore } from '../store/buddy-match-store.ts';
import { CourseCompletionStore } from '../store/course-completion-store.ts';
import { type EnrolmentParent, EnrolmentStore } from '../store/enrolment-store.ts';
import { ImportStore } from '../store/import-store.ts';
import { ProgrammeStore } from '../store/programme-store.ts';
import { type SessionParent, SessionStore } from '../store/session-store.ts';
import { SurveyResponseStore } from '../store/survey-response-store.ts';
import { SurveyStore } from '../store/survey-store.ts';
import { WebhookDeliveryStore } from '../store/webhook-delivery-store.ts';
import { WebhookEndpointStore } from '../store/webhook-endpoint-store.ts';

export type Loaders = ReturnType<typeof createLoaders>;

/** One read for all the keys that an operation asks for in the same step. */
export function createLoaders(context: OperationContext) {
  const idOf = (row: { readonly id: string }): string => row.id;
  const rowsOf =
    <Row>(open: (tx: TenantTransaction) => { byIds(ids: readonly string[]): Promise<Row[]> }) =>
    async (ids: readonly string[]): Promise<Row[]> =>
      open(await context.tx()).byIds(ids);
  return {
    programme: byKey(
      idOf,
      rowsOf((tx) => new ProgrammeStore(tx)),
    ),
    session: byKey(
      idOf,
      rowsOf((tx) => new SessionStore(tx)),
    ),
    enrolment: byKey(
      idOf,
      rowsOf((tx) => new EnrolmentStore(tx)),
    ),
    buddyMatch: byKey(
      idOf,
      rowsOf((tx) => new BuddyMatchStore(tx)),
    ),
    courseCompletion: byKey(
      idOf,
      rowsOf((tx) => new CourseCompletionStore(tx)),
    ),
    import: byKey(
      idOf,
      rowsOf((tx) => new ImportStore(tx)),
    ),
    webhookEndpoint: byKey(
      idOf,
      rowsOf((tx) => new WebhookEndpointStore(tx)),
    ),
    webhookSecrets: listsByKey<WebhookSecretRow>(
      (row) => row.endpointId,
      async (ids) => new WebhookEndpointStore(await context.tx()).secretsOf(ids),
    ),
    webhookDelivery: byKey(
      idOf,
      rowsOf((tx) => new WebhookDeliveryStore(tx)),
    ),
    webhookContent: byKey(idOf, async (ids) => new WebhookDeliveryStore(await context.tx()).contentOf(ids)),
    survey: byKey(
      idOf,
      rowsOf((tx) => new SurveyStore(tx)),
    ),
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
    sessionsOf: remembered((parent: SessionParent, page: Page<readonly string[] & { length: 2 }>) =>
      listsByKey<SessionRow & { readonly parentId: string }>(
        (row) => row.parentId,
        async (ids) => new SessionStore(await context.tx()).pagesOf(parent, ids, page),
      ),
    ),
    sessionCountOf: remembered((parent: SessionParent) =>
      byKey(idOf, async (ids) => new SessionStore(await context.tx()).countsOf(parent, ids)),
    ),
    enrolmentsOf: remembered((parent: EnrolmentParent, page: Page<readonly string[] & { length: 1 }>) =>
      listsByKey<EnrolmentRow & { readonly parentId: string }>(
        (row) => row.parentId,
        async (ids) => new EnrolmentStore(await context.tx()).pagesOf(parent, ids, page),
      ),
    ),
    enrolmentCountOf: remembered((parent: EnrolmentParent) =>
      byKey(idOf, async (ids) => new EnrolmentStore(await context.tx()).countsOf(parent, ids)),
    ),
    issuesOf: remembered((page: Page<readonly string[] & { length: 2 }>) =>
      listsByKey<ImportIssueRow & { readonly importId: string }>(
        (row) => row.importId,
        async (ids) => new ImportStore(await context.tx()).issuesOf(ids, page),
      ),
    ),
    issueCount: byKey(idOf, async (ids) => new ImportStore(await context.tx()).countIssuesOf(ids)),
  };
}

/** The same arguments get the same loader, so that lists asked for with one page size are read together. */
function remembered<Arguments extends unknown[], Loader extends DataLoader<string, unknown>>(
  make: (...args: Arguments) => Loader,
): (...args: Arguments) => Loader {
  const made = new Map<string, Loader>();
  return (...args) => {
    const key = JSON.stringify(args);
    const known = made.get(key) ?? make(...args);
    made.set(key, known);
    return known;
  };
}
