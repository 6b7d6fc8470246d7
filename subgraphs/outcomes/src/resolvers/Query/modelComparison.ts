import { isId } from '@teei/runtime/id';
import { compareModels } from '../../domain/evaluation/compare-models.ts';
import type { QueryResolvers } from '../../generated/resolvers.ts';
import { ModelEvaluationStore } from '../../store/model-evaluation-store.ts';
import { shownComparison } from '../shown-shadow.ts';

export const modelComparison: QueryResolvers['modelComparison'] = async (_, { baselineId, candidateId }, context) => {
  if (!isId(baselineId) || !isId(candidateId)) return null;
  const judgements = await new ModelEvaluationStore(await context.tx()).judgementsOf([baselineId, candidateId]);
  const [baseline, candidate] = [judgements.get(baselineId), judgements.get(candidateId)];
  if (!baseline || !candidate) return null;
  return shownComparison(compareModels(baseline, candidate));
};
