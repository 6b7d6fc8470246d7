import { DIMENSIONS } from '../domain/q2q/q2q-model.ts';
import { effectiveThresholds } from '../domain/registry/threshold-rules.ts';
import type { ModelRegistryResolvers } from '../generated/resolvers.ts';
import { canaryChecks } from '../model/golden-judgements.ts';
import { modelRules } from '../model/repository-versions.ts';
import { nameOf } from './shown-version.ts';

export const ModelRegistry: ModelRegistryResolvers = {
  active: ({ active }) => active.version,
  scoresAs: (models) => models.scoring().active.modelVersion,
  rollbackTo: ({ state }) => state.stack.at(-2)?.version ?? null,
  scheduled: ({ state }) => state.scheduled?.version ?? null,
  thresholds: ({ versions, active, override }) => {
    const version = versions.get(active.version);
    if (!version) return [];
    const rules = modelRules();
    const effective = effectiveThresholds(version.thresholds, override?.thresholds ?? null, rules);
    return DIMENSIONS.map((dimension) => ({
      ...{ dimension: nameOf(dimension), threshold: version.thresholds[dimension] },
      override: override?.thresholds[dimension] ?? null,
      ...{ floor: rules.floors[dimension], effective: effective[dimension] },
    }));
  },
  overrideRevision: ({ override }) => override?.revision ?? 0,
  canary: async (models, _, context) =>
    models.canary && { ...models.canary, checks: [...(await canaryChecks(await context.tx(), models))] },
  acts: ({ acts }) => acts.toReversed().slice(0, 20),
};
