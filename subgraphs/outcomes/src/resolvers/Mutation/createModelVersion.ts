import { refused } from '@teei/runtime/refusal';
import { actorOf } from '@teei/runtime/viewer';
import { DIMENSIONS } from '../../domain/q2q/q2q-model.ts';
import { type Thresholds, versionName } from '../../domain/registry/model-version.ts';
import type { MutationResolvers } from '../../generated/resolvers.ts';
import { companyModels } from '../../model/company-models.ts';
import { localFile } from '../../model/local-model.ts';
import { ModelEvaluationStore } from '../../store/model-evaluation-store.ts';
import { ModelRegistryStore } from '../../store/model-registry-store.ts';
import { askedThresholds, outOfBounds } from '../asked-thresholds.ts';
import { tellAudited } from '../tell-audited.ts';

export const createModelVersion: MutationResolvers['createModelVersion'] = async (_, { input }, context) => {
  const { version, parts = 'ALL' } = input;
  const note = input.note?.trim().slice(0, 500) || null;
  if (!versionName.test(version))
    return refused(
      'MODEL_VERSION_NAME_INVALID',
      'A version cannot be named so.',
      'Use small letters, digits, dots and dashes, at most 60 of them, and begin with a letter or a digit.',
    );
  const thresholds = askedThresholds(input.thresholds);
  if (DIMENSIONS.some((dimension) => thresholds[dimension] === undefined))
    return refused('THRESHOLDS_MISSING', 'A version has a threshold for every dimension.', 'Give all four of them.');
  const problems = outOfBounds(thresholds);
  if (problems) return problems;
  const tx = await context.tx();
  const store = new ModelRegistryStore(tx);
  await store.lock();
  const scored = await new ModelEvaluationStore(tx).scoringVersions();
  if ((await companyModels(tx)).versions.has(version) || scored.some((one) => one.version === version))
    return refused('MODEL_VERSION_EXISTS', 'There is a version of that name.', 'Choose another name.');
  const made = {
    ...localFile(),
    version,
    parts,
    thresholds: thresholds as Thresholds,
    origin: 'COMPANY',
    note,
  } as const;
  await store.add(made, actorOf(context.viewer));
  await tellAudited(context, {
    action: 'modelVersion.created',
    target: version,
    detail: { ...thresholds, model: made.model, parts },
  });
  return { __typename: 'ModelVersionCreated', version };
};
