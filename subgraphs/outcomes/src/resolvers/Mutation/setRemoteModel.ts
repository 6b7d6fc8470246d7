import { refused } from '@teei/runtime/refusal';
import type { MutationResolvers } from '../../generated/resolvers.ts';
import { modelProblem, saveRemoteSetting } from '../save-remote-setting.ts';

export const setRemoteModel: MutationResolvers['setRemoteModel'] = async (_, { input }, context) => {
  const models = [...new Set(input.models)];
  if (models.length > 3)
    return refused('MODEL_TOO_MANY', 'A text is shown to three models at most.', 'Choose fewer of them.');
  for (const name of models) {
    const problem = modelProblem(context, name);
    if (problem) return problem;
  }
  return saveRemoteSetting(context, input.revision, { models }, 'remoteModel.chosen');
};
