import type { QueryResolvers } from '../../generated/resolvers.ts';
import { ModelEvaluationStore } from '../../store/model-evaluation-store.ts';

export const modelEvaluations: QueryResolvers['modelEvaluations'] = async (_, { dataset, modelVersion }, context) =>
  new ModelEvaluationStore(await context.tx()).newest({
    dataset: dataset ?? null,
    modelVersion: modelVersion ?? null,
  });
