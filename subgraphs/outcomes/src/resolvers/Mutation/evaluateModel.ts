import { newId } from '@teei/runtime/id';
import { refused } from '@teei/runtime/refusal';
import { evaluationRequested } from '../../events/index.ts';
import type { MutationResolvers } from '../../generated/resolvers.ts';
import { GoldenSetStore } from '../../store/golden-set-store.ts';
import { tellAudited } from '../tell-audited.ts';

export const evaluateModel: MutationResolvers['evaluateModel'] = async (_, { input }, context) => {
  const { dataset } = input;
  const models = await context.models();
  const modelVersion = input.modelVersion ?? models.active.version;
  if (!models.isHere(modelVersion))
    return refused(
      'MODEL_NOT_HERE',
      'This model is not here to be evaluated.',
      'Choose one that modelVersions says is evaluable.',
    );
  const tx = await context.tx();
  if (dataset === 'GOLDEN' && (await new GoldenSetStore(tx).count()) === 0)
    return refused('GOLDEN_SET_EMPTY', 'Nobody has reviewed a score yet.', 'Review some scores first.');
  const evaluationId = newId();
  await context.outbox.append(tx, evaluationRequested, [
    { subject: evaluationId, data: { evaluationId, dataset, modelVersion } },
  ]);
  await tellAudited(context, { action: 'model.evaluated', target: evaluationId, detail: { dataset, modelVersion } });
  return { __typename: 'ModelEvaluationRequested', evaluationId };
};
