import { dateTimeScalar } from '@teei/runtime/date-time-scalar';
import { monthScalar } from '@teei/runtime/month-scalar';
import type { Resolvers } from '../generated/resolvers.ts';
import { Company } from './Company.ts';
import { Evidence } from './Evidence.ts';
import { GroupLineage } from './GroupLineage.ts';
import { Lineage } from './Lineage.ts';
import { Metric } from './Metric.ts';
import { MetricsUpdate } from './MetricsUpdate.ts';
import { ModelCall } from './ModelCall.ts';
import { ModelCallConnection } from './ModelCallConnection.ts';
import { ModelEvaluation } from './ModelEvaluation.ts';
import { ModelRegistry } from './ModelRegistry.ts';
import { activateModelVersion } from './Mutation/activateModelVersion.ts';
import { appealSafetyFlag } from './Mutation/appealSafetyFlag.ts';
import { createModelVersion } from './Mutation/createModelVersion.ts';
import { decideSafetyFlag } from './Mutation/decideSafetyFlag.ts';
import { evaluateModel } from './Mutation/evaluateModel.ts';
import { measureModelDrift } from './Mutation/measureModelDrift.ts';
import { overrideModelThresholds } from './Mutation/overrideModelThresholds.ts';
import { promoteModelCanary } from './Mutation/promoteModelCanary.ts';
import { proposeModelVersion } from './Mutation/proposeModelVersion.ts';
import { reviewOutcomeScore } from './Mutation/reviewOutcomeScore.ts';
import { rollBackModelVersion } from './Mutation/rollBackModelVersion.ts';
import { saveSroiAccount } from './Mutation/saveSroiAccount.ts';
import { saveSroiProxy } from './Mutation/saveSroiProxy.ts';
import { setDriftReference } from './Mutation/setDriftReference.ts';
import { setModelBudget } from './Mutation/setModelBudget.ts';
import { setRemoteModel } from './Mutation/setRemoteModel.ts';
import { startModelCanary } from './Mutation/startModelCanary.ts';
import { startModelShadow } from './Mutation/startModelShadow.ts';
import { stopModelShadow } from './Mutation/stopModelShadow.ts';
import { withdrawModelCanary } from './Mutation/withdrawModelCanary.ts';
import { OutcomeScore } from './OutcomeScore.ts';
import { Participant } from './Participant.ts';
import { change } from './Query/change.ts';
import { cohorts } from './Query/cohorts.ts';
import { evidence } from './Query/evidence.ts';
import { evidenceFacets } from './Query/evidenceFacets.ts';
import { funnel } from './Query/funnel.ts';
import { goldenSet } from './Query/goldenSet.ts';
import { metric } from './Query/metric.ts';
import { metrics } from './Query/metrics.ts';
import { modelBudget } from './Query/modelBudget.ts';
import { modelCalls } from './Query/modelCalls.ts';
import { modelComparison } from './Query/modelComparison.ts';
import { modelDrift } from './Query/modelDrift.ts';
import { modelEvaluation } from './Query/modelEvaluation.ts';
import { modelEvaluations } from './Query/modelEvaluations.ts';
import { modelRegistry } from './Query/modelRegistry.ts';
import { modelShadowComparison } from './Query/modelShadowComparison.ts';
import { modelShadowRuns } from './Query/modelShadowRuns.ts';
import { modelVersions } from './Query/modelVersions.ts';
import { safetyFlag } from './Query/safetyFlag.ts';
import { safetyFlags } from './Query/safetyFlags.ts';
import { scoreReviewMeasures } from './Query/scoreReviewMeasures.ts';
import { scoresToReview } from './Query/scoresToReview.ts';
import { sroiAccount } from './Query/sroiAccount.ts';
import { sroiProxies } from './Query/sroiProxies.ts';
import { sroiScenario } from './Query/sroiScenario.ts';
import { trend } from './Query/trend.ts';
import { SafetyFlag } from './SafetyFlag.ts';
import { ScoreReview } from './ScoreReview.ts';
import { ScoreToReview } from './ScoreToReview.ts';
import { Session } from './Session.ts';
import { SroiAccount } from './SroiAccount.ts';
import { SroiProxy } from './SroiProxy.ts';
import { metricsUpdated } from './Subscription/metricsUpdated.ts';

export const resolvers: Resolvers = {
  DateTime: dateTimeScalar,
  Month: monthScalar,
  Query: {
    trend,
    cohorts,
    funnel,
    change,
    metrics,
    metric,
    evidence,
    evidenceFacets,
    safetyFlags,
    safetyFlag,
    scoresToReview,
    scoreReviewMeasures,
    goldenSet,
    modelVersions,
    modelRegistry,
    modelShadowRuns,
    modelShadowComparison,
    modelBudget,
    modelCalls,
    modelDrift,
    modelEvaluation,
    modelEvaluations,
    modelComparison,
    sroiAccount,
    sroiProxies,
    sroiScenario,
  },
  Mutation: {
    decideSafetyFlag,
    appealSafetyFlag,
    evaluateModel,
    measureModelDrift,
    setDriftReference,
    createModelVersion,
    activateModelVersion,
    rollBackModelVersion,
    startModelCanary,
    withdrawModelCanary,
    promoteModelCanary,
    startModelShadow,
    stopModelShadow,
    proposeModelVersion,
    overrideModelThresholds,
    setModelBudget,
    setRemoteModel,
    reviewOutcomeScore,
    saveSroiAccount,
    saveSroiProxy,
  },
  Subscription: { metricsUpdated },
  Company,
  Evidence,
  GroupLineage,
  Lineage,
  Metric,
  MetricsUpdate,
  ModelCall,
  ModelCallConnection,
  ModelEvaluation,
  ModelRegistry,
  OutcomeScore,
  Participant,
  SafetyFlag,
  ScoreReview,
  ScoreToReview,
  Session,
  SroiAccount,
  SroiProxy,
};
