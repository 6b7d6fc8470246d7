import { byKey, forEachPage, idOf, listsByKey, rowsById } from '@teei/runtime/by-key';
import type { Page } from '@teei/runtime/connection';
import type { OperationContext } from '@teei/runtime/operation-context';
import { shownPerson } from '@teei/runtime/person-aliases';
import type { CohortFilter, GroupMember, GroupSource } from '../rows/group.ts';
import type { ModelCallRow } from '../rows/remote-model.ts';
import type { SafetyReviewRow } from '../rows/safety.ts';
import type { EvidenceRow, OutcomeScoreRow } from '../rows/score.ts';
import type { ScoreReviewRow } from '../rows/score-review.ts';
import { ActivityFactStore } from '../store/activity-fact-store.ts';
import { CohortStore } from '../store/cohort-store.ts';
import { EvidenceStore } from '../store/evidence-store.ts';
import { groupMembers } from '../store/group-members.ts';
import { MetricStore } from '../store/metric-store.ts';
import { ModelCallStore } from '../store/model-call-store.ts';
import { OutcomeScoreStore } from '../store/outcome-score-store.ts';
import { SafetyFlagStore } from '../store/safety-flag-store.ts';
import { ScoreReviewStore } from '../store/score-review-store.ts';
import { SroiProxyStore } from '../store/sroi-proxy-store.ts';

export type Loaders = ReturnType<typeof createLoaders>;

/** One read for all the keys that an operation asks for in the same step. */
export function createLoaders(context: OperationContext) {
  const rows = rowsById(context);
  const metricIdOf = (row: { readonly metricId: string }): string => row.metricId;
  return {
    metric: rows(MetricStore),
    restatement: byKey(metricIdOf, async (ids) => new MetricStore(await context.tx()).restatementsOf(ids)),
    metricHistory: listsByKey(metricIdOf, async (ids) => new MetricStore(await context.tx()).historyOf(ids)),
    evidenceOfMetric: forEachPage((page: ListPage) =>
      listsByKey(metricIdOf, async (ids) => new MetricStore(await context.tx()).evidenceOf(ids, page)),
    ),
    evidenceCountOfMetric: byKey(idOf, async (ids) => new MetricStore(await context.tx()).countEvidenceOf(ids)),
    sessionsOfMetric: forEachPage((page: ListPage) =>
      listsByKey(metricIdOf, async (ids) => new MetricStore(await context.tx()).sessionsOf(ids, page)),
    ),
    sessionCountOfMetric: byKey(idOf, async (ids) => new MetricStore(await context.tx()).countSessionsOf(ids)),
    activitiesOfMetric: forEachPage((page: ListPage) =>
      listsByKey(metricIdOf, async (ids) => new ActivityFactStore(await context.tx()).ofMetrics(ids, page)),
    ),
    activityCountOfMetric: byKey(idOf, async (ids) => new ActivityFactStore(await context.tx()).countsOfMetrics(ids)),
    membersOfGroup: forEachPage((source: GroupSource, page: PersonPage) =>
      listsByKey(
        (row: GroupMember) => row.key,
        async (keys) => groupMembers(await context.tx(), source, keys, page),
      ),
    ),
    evidenceOfCohort: forEachPage((filter: CohortFilter, page: ListPage) =>
      listsByKey(
        (row: EvidenceRow & { readonly key: string }) => row.key,
        async (keys) => new CohortStore(await context.tx(), filter).evidenceOf(keys, page),
      ),
    ),
    outcomeScore: rows(OutcomeScoreStore),
    evidence: rows(EvidenceStore),
    sroiProxy: rows(SroiProxyStore),
    evidenceOfScore: byKey(
      (row: EvidenceRow) => row.scoreId,
      async (ids) => new EvidenceStore(await context.tx()).ofScores(ids),
    ),
    scoresOfSession: listsByKey<OutcomeScoreRow>(
      (row) => row.sourceId,
      async (ids) => new OutcomeScoreStore(await context.tx()).ofSessions(ids),
    ),
    reviewsOfScore: listsByKey<ScoreReviewRow>(
      (row) => row.scoreId,
      async (ids) => new ScoreReviewStore(await context.tx()).ofScores(ids),
    ),
    safetyFlag: rows(SafetyFlagStore),
    safetyReviewsOf: listsByKey<SafetyReviewRow>(
      (row) => row.flagId,
      async (ids) => new SafetyFlagStore(await context.tx()).reviewsOf(ids),
    ),
    remoteCallOf: byKey(
      (row: ModelCallRow) => row.sourceId,
      async (ids) => new ModelCallStore(await context.tx()).newestOf(ids),
    ),
    shownPerson: shownPerson('outcomes', () => context.tx()),
    scoreCountOf: byKey(idOf, async (ids) => new OutcomeScoreStore(await context.tx()).countsOfParticipants(ids)),
    scoresOfParticipant: forEachPage((page: ListPage) =>
      listsByKey<OutcomeScoreRow & { readonly shownId: string }>(
        (row) => row.shownId,
        async (ids) => new OutcomeScoreStore(await context.tx()).pagesOfParticipants(ids, page),
      ),
    ),
  };
}

type PersonPage = Page<readonly string[] & { length: 1 }>;
type ListPage = Page<readonly string[] & { length: 2 }>;
