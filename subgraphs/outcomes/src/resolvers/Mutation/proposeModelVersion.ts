import { refused } from '@teei/runtime/refusal';
import type { Thresholds } from '../../domain/registry/model-version.ts';
import { tuneThresholds } from '../../domain/registry/tune-thresholds.ts';
import type { MutationResolvers } from '../../generated/resolvers.ts';
import { tuningLabels } from '../../model/golden-judgements.ts';
import { modelRules } from '../../model/repository-versions.ts';
import { addVersion } from '../add-version.ts';
import { nameOf } from '../shown-version.ts';

export const proposeModelVersion: MutationResolvers['proposeModelVersion'] = async (_, { input }, context) => {
  const rules = modelRules();
  const precision = input.precision ?? rules.tuning.precision;
  if (!(precision >= 0.5 && precision <= 1))
    return refused('TUNING_PRECISION_INVALID', 'No threshold can be tuned for that precision.', 'Choose 0.5 to 1.');
  const models = await context.models();
  const active = models.versions.get(models.active.version);
  if (!active) throw new Error('the active version is one of the versions');
  const labels = await tuningLabels(await context.tx(), models);
  const tuned = tuneThresholds(labels, active.thresholds, { ...rules, labels: rules.tuning.labels, precision });
  if (tuned.every(({ outcome }) => outcome !== 'TUNED'))
    return refused(
      'TUNING_TOO_FEW_LABELS',
      'What reviewers settled on is too little to tune a threshold by, or reaches the precision nowhere.',
      `Review more scores, ${rules.tuning.labels} of a dimension at least, or ask for a lower precision.`,
    );
  const thresholds = Object.fromEntries(tuned.map(({ dimension, threshold }) => [dimension, threshold])) as Thresholds;
  const { model, sha256, parts } = active;
  const { version, promotion = 'MANUAL' } = input;
  const note = `precision ${precision}, ${labels.length} labels, over ${active.version}`;
  const made = { version, model, sha256, parts, thresholds, origin: 'TUNED', note, promotion } as const;
  return (
    (await addVersion(context, made)) ?? {
      __typename: 'ModelVersionProposed',
      version,
      thresholds: tuned.map((one) => ({ ...one, dimension: nameOf(one.dimension), curve: [...one.curve] })),
    }
  );
};
