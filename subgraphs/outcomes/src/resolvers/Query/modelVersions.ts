import type { QueryResolvers } from '../../generated/resolvers.ts';
import { challengerVersion, localScorer } from '../../model/local-model.ts';
import { ModelEvaluationStore } from '../../store/model-evaluation-store.ts';

export const modelVersions: QueryResolvers['modelVersions'] = async (_, __, context) => {
  const scoring = await new ModelEvaluationStore(await context.tx()).scoringVersions();
  const active = context.scorer.modelVersion;
  const versions = new Set([active, ...scoring.map(({ version }) => version), challengerVersion()]);
  return [...versions].map((version) => {
    const made = scoring.find((one) => one.version === version);
    return {
      ...{ version, active: version === active, evaluable: localScorer(version) !== null },
      ...{ scores: made?.scores ?? 0, lastScoredAt: made?.lastScoredAt ?? null },
    };
  });
};
