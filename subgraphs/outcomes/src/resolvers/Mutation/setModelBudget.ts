import { refused } from '@teei/runtime/refusal';
import type { MutationResolvers } from '../../generated/resolvers.ts';
import { modelProblem, saveRemoteSetting } from '../save-remote-setting.ts';

export const setModelBudget: MutationResolvers['setModelBudget'] = async (_, { input }, context) => {
  const { revision, limit, atLimit } = input;
  const goesOn = atLimit === 'CHEAPER';
  const [cheaperModel, cheaperLimit] = goesOn ? [input.cheaperModel ?? null, input.cheaperLimit ?? 0] : [null, 0];
  if (![limit, cheaperLimit].every((amount) => amount >= 0 && amount <= MOST_DOLLARS))
    return refused('MODEL_LIMIT_INVALID', 'That is no limit.', `Choose 0 to ${MOST_DOLLARS} US dollars a month.`);
  if (goesOn && (cheaperModel === null || cheaperLimit === 0))
    return refused(
      'MODEL_CHEAPER_MISSING',
      'It is not said which cheaper model goes on, or how much it may spend.',
      'Choose one and an amount above 0, or let texts stay with the local model.',
    );
  const problem = cheaperModel === null ? undefined : modelProblem(context, cheaperModel);
  if (problem) return problem;
  const [limitMicros, cheaperMicros] = [Math.round(limit * 1e6), Math.round(cheaperLimit * 1e6)];
  const change = { limitMicros, atLimit, cheaperModel, cheaperMicros };
  return saveRemoteSetting(context, revision, change, 'modelBudget.set');
};

const MOST_DOLLARS = 100_000;
