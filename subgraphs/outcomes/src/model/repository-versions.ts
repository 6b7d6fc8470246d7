import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import { type ModelVersion, readModelVersion, thresholdsOf } from '../domain/registry/model-version.ts';
import { thresholdProblems } from '../domain/registry/threshold-rules.ts';

/** The versions that every company can choose, in the order of their names. Throws where one breaks the rules that hold everywhere. */
export function repositoryVersions(): readonly ModelVersion[] {
  versions ??= readdirSync(FOLDER)
    .filter((file) => file.endsWith('.yaml'))
    .map((file) => {
      const version = readModelVersion(readFileSync(new URL(file, FOLDER), 'utf8'));
      if (`${version.version}.yaml` !== file) throw new Error(`${file} holds the version ${version.version}`);
      if (thresholdProblems(version.thresholds, modelRules()).length > 0)
        throw new Error(`${file} has a threshold outside of the bounds of rules.yaml`);
      return version;
    })
    .sort((one, other) => (one.version < other.version ? -1 : 1));
  return versions;
}

/** What holds in every company, as model/rules.yaml says. */
export function modelRules(): ModelRules {
  rules ??= rulesFile.parse(parse(readFileSync(new URL('../rules.yaml', FOLDER), 'utf8')));
  return rules;
}

const FOLDER = new URL('../../model/versions/', import.meta.url);
const share = z.number().min(0).max(1);
const rulesFile = z.strictObject({
  default: z.string(),
  floors: thresholdsOf,
  ceiling: share,
  canary: z.strictObject({
    mostShare: share,
    reviewed: z.int(),
    parity: share,
    perLanguage: z.int(),
    patienceDays: z.int(),
    probationDays: z.int(),
  }),
  shadow: z.strictObject({ version: z.string(), share, keptDays: z.int() }),
  tuning: z.strictObject({ labels: z.int(), precision: share }),
  drift: z.strictObject({ currentDays: z.int(), referenceDays: z.int(), alertAt: z.number() }),
});
type ModelRules = z.infer<typeof rulesFile>;
let versions: readonly ModelVersion[] | undefined;
let rules: ModelRules | undefined;
