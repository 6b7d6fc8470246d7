import { parse } from 'yaml';
import { z } from 'zod';
import type { Dimension } from '../q2q/q2q-model.ts';
import { perDimension } from '../q2q/read-evidence.ts';

/** Reads a version as the repository writes it. Throws on anything that is no version. */
export function readModelVersion(yaml: string): ModelVersion {
  return versionFile.parse(parse(yaml));
}

/** Letters, digits, dots and dashes; `+` is left for what a company overrides. */
export const versionName = /^[a-z0-9][a-z0-9.-]{1,59}$/;

const probability = z.number().min(0).max(1);
export const thresholdsOf = z.strictObject(perDimension(() => probability)) satisfies z.ZodType<Thresholds>;
const versionFile = z.strictObject({
  version: z.string().regex(versionName),
  model: z.string(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  parts: z.enum(['ALL', 'LINEAR']),
  thresholds: thresholdsOf,
  promotion: z.enum(['MANUAL', 'AUTOMATIC']).default('MANUAL'),
});

/** How a score names what made it: the version, and the company's own thresholds where it has some. */
export function scoringName(version: string, overrideRevision: number | null): string {
  return overrideRevision === null ? version : `${version}+o${overrideRevision}`;
}

/** The version of a name that `scoringName` made. */
export function versionOf(name: string): string {
  return name.split('+', 1)[0] as string;
}

/** Whether two versions read a text alike, so that they differ in what they let pass alone. */
export function readsAlike(one: ModelVersion, other: ModelVersion): boolean {
  return one.sha256 === other.sha256 && one.parts === other.parts;
}

/** Calibrated probability from which a text counts as evidence, by dimension. */
export type Thresholds = Readonly<Record<Dimension, number>>;
export type SomeThresholds = Readonly<Partial<Thresholds>>;

/** Thresholds over a model file that is named by its hash. */
export interface ModelVersion {
  readonly version: string;
  /** Of the model file. */
  readonly model: string;
  /** SHA-256 of the model file, hexadecimal. */
  readonly sha256: string;
  readonly parts: 'ALL' | 'LINEAR';
  readonly thresholds: Thresholds;
  /** AUTOMATIC: a job has it take over once it has passed its trial. */
  readonly promotion: 'MANUAL' | 'AUTOMATIC';
}
