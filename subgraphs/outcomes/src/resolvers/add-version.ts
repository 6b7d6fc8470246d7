import { type Refused, refused } from '@teei/runtime/refusal';
import { actorOf } from '@teei/runtime/viewer';
import type { OutcomesContext } from '../context.ts';
import { type ModelVersion, versionName } from '../domain/registry/model-version.ts';
import type { StoredVersionRow } from '../rows/model.ts';
import { ModelEvaluationStore } from '../store/model-evaluation-store.ts';
import { ModelRegistryStore } from '../store/model-registry-store.ts';
import { modelsToDecide } from './decide-model.ts';
import { tellAudited } from './tell-audited.ts';

/** Adds a version to the company's own; a refusal where it cannot be named so. */
export async function addVersion(
  context: OutcomesContext,
  version: ModelVersion & Pick<StoredVersionRow, 'origin' | 'note'>,
): Promise<Refused | null> {
  if (!versionName.test(version.version))
    return refused(
      'MODEL_VERSION_NAME_INVALID',
      'A version cannot be named so.',
      'Use small letters, digits, dots and dashes, at most 60 of them, and begin with a letter or a digit.',
    );
  const models = await modelsToDecide(context);
  const tx = await context.tx();
  const scored = await new ModelEvaluationStore(tx).scoringVersions();
  if (models.versions.has(version.version) || scored.some((one) => one.version === version.version))
    return refused('MODEL_VERSION_EXISTS', 'There is a version of that name.', 'Choose another name.');
  await new ModelRegistryStore(tx).add(version, actorOf(context.viewer));
  const { model, parts, origin, thresholds, promotion } = version;
  await tellAudited(context, {
    action: 'modelVersion.created',
    target: version.version,
    detail: { ...thresholds, model, parts, origin, promotion },
  });
  return null;
}
