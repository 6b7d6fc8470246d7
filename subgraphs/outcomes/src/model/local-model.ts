import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { type DecodedModel, decodeModel, type Q2QModel } from '../domain/q2q/q2q-model.ts';
import { perDimension } from '../domain/q2q/read-evidence.ts';
import { createScorer, type Scorer } from '../domain/q2q/score-text.ts';
import type { ModelVersion, Thresholds } from '../domain/registry/model-version.ts';
import { modelRules, repositoryVersions } from './repository-versions.ts';

/** The scorer of the version that the repository takes where nobody chose another, made once per process. */
export function loadScorer(): Scorer {
  scorer ??= localScorer(modelRules().default) ?? missing(modelRules().default);
  return scorer;
}

/** A version of the repository; null for any other name. */
export function localScorer(version: string): Scorer | null {
  const found = repositoryVersions().find((one) => one.version === version);
  return found ? scorerOf(found) : null;
}

/**
 * Scores with a version; null where its model file is not the one that is here.
 * @param as what its scores are named by, and from when on a text counts, where that is not what the version says
 */
export function scorerOf(
  version: ModelVersion,
  as: { readonly name: string; readonly thresholds: Thresholds } = {
    name: version.version,
    thresholds: version.thresholds,
  },
): Scorer | null {
  if (!isHere(version)) return null;
  const { model } = loadFile();
  const named = { ...model, version: as.name, bags: version.parts === 'LINEAR' ? [] : model.bags };
  const dimensions = perDimension((dimension) => ({
    ...{ ...model.dimensions[dimension], threshold: as.thresholds[dimension] },
  }));
  return createScorer({ ...named, dimensions }, decodedParts(version.parts));
}

/** Whether the file that a version is over is here. A file of the same name that was trained anew is another one. */
export function isHere({ sha256 }: Pick<ModelVersion, 'sha256'>): boolean {
  return loadFile().sha256 === sha256;
}

/** The file that new versions are made over. */
export function localFile(): Pick<ModelVersion, 'model' | 'sha256'> {
  const { model, sha256 } = loadFile();
  return { model: model.version, sha256 };
}

/** The model committed beside the code, read from disk once per process. */
export function loadLocalModel(): Q2QModel {
  return loadFile().model;
}

function loadFile(): { readonly model: Q2QModel; readonly sha256: string } {
  if (!loaded) {
    const bytes = readFileSync(FILE);
    const model = JSON.parse(bytes.toString('utf8')) as Q2QModel;
    loaded = { model, sha256: createHash('sha256').update(bytes).digest('hex') };
  }
  return loaded;
}

/** The weights are most of what a scorer costs: every version over them shares one copy. */
function decodedParts(parts: ModelVersion['parts']): DecodedModel {
  const known = decoded.get(parts);
  if (known) return known;
  const model = loadLocalModel();
  const made = decodeModel(parts === 'LINEAR' ? { ...model, bags: [] } : model);
  decoded.set(parts, made);
  return made;
}

function missing(version: string): never {
  throw new Error(`model/rules.yaml names ${version}, and its model file is not here`);
}

const FILE = new URL('../../model/q2q-local-3.json', import.meta.url);
const decoded = new Map<ModelVersion['parts'], DecodedModel>();
let loaded: { readonly model: Q2QModel; readonly sha256: string } | undefined;
let scorer: Scorer | undefined;
