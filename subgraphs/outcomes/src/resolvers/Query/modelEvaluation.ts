import { isId } from '@teei/runtime/id';
import type { QueryResolvers } from '../../generated/resolvers.ts';
import { ModelEvaluationStore } from '../../store/model-evaluation-store.ts';

export const modelEvaluation: QueryResolvers['modelEvaluation'] = async (_, { id }, context) =>
  isId(id) ? await new ModelEvaluationStore(await context.tx()).find(id) : null;
