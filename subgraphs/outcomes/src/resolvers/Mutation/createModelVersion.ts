import { refused } from '@teei/runtime/refusal';
import { DIMENSIONS } from '../../domain/q2q/q2q-model.ts';
import type { Thresholds } from '../../domain/registry/model-version.ts';
import type { MutationResolvers } from '../../generated/resolvers.ts';
import { localFile } from '../../model/local-model.ts';
import { addVersion } from '../add-version.ts';
import { askedThresholds, outOfBounds } from '../asked-thresholds.ts';

export const createModelVersion: MutationResolvers['createModelVersion'] = async (_, { input }, context) => {
  const { version, parts = 'ALL', promotion = 'MANUAL' } = input;
  const note = input.note?.trim().slice(0, 500) || null;
  const thresholds = askedThresholds(input.thresholds);
  if (DIMENSIONS.some((dimension) => thresholds[dimension] === undefined))
    return refused('THRESHOLDS_MISSING', 'A version has a threshold for every dimension.', 'Give all four of them.');
  const problems = outOfBounds(thresholds);
  if (problems) return problems;
  const made = {
    ...localFile(),
    version,
    parts,
    thresholds: thresholds as Thresholds,
    origin: 'COMPANY',
    note,
    promotion,
  } as const;
  return (await addVersion(context, made)) ?? { __typename: 'ModelVersionCreated', version };
};
