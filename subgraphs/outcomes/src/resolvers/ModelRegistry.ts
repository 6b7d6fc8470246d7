import type { ModelRegistryResolvers } from '../generated/resolvers.ts';
import { canaryChecks } from '../model/golden-judgements.ts';
import { ModelTrialStore } from '../store/model-trial-store.ts';
import { shownThreshold } from './shown-version.ts';

export const ModelRegistry: ModelRegistryResolvers = {
  active: ({ active }) => active.version,
  scoresAs: (models) => models.scoring().active.modelVersion,
  rollbackTo: ({ state }) => state.stack.at(-2)?.version ?? null,
  scheduled: ({ state }) => state.scheduled?.version ?? null,
  thresholds: (models) => models.thresholdsOf(models.active.version).map(shownThreshold),
  overrideRevision: ({ override }) => override?.revision ?? 0,
  canary: async (models, _, context) =>
    models.canary && { ...models.canary, checks: [...(await canaryChecks(await context.tx(), models))] },
  verdicts: async (_, __, context) => new ModelTrialStore(await context.tx()).newest(5),
  acts: ({ acts }) => acts.toReversed().slice(0, 20),
};
