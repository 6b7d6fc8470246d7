import type { QueryResolvers } from '../../generated/resolvers.ts';
import { ModelEvaluationStore } from '../../store/model-evaluation-store.ts';
import { shownVersion } from '../shown-version.ts';

export const modelVersions: QueryResolvers['modelVersions'] = async (_, __, context) => {
  const models = await context.models();
  const scoring = await new ModelEvaluationStore(await context.tx()).scoringVersions();
  // What scores first, then what scored last, then what has not.
  const names = new Set([models.active.version, ...scoring.map(({ version }) => version), ...models.versions.keys()]);
  return [...names].map((name) => {
    const made = scoring.find(({ version }) => version === name);
    return { ...shownVersion(models, name), scores: made?.scores ?? 0, lastScoredAt: made?.lastScoredAt ?? null };
  });
};
