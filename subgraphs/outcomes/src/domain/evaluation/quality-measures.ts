import { DIMENSIONS, type Dimension, type Pole } from '../q2q/q2q-model.ts';
import { type Claims, claimsOf, falseAlarmRate, type Tally } from './tally.ts';

/** Everything that is measured of a tally, each under its name; null where there is nothing to measure. */
export function qualityMeasures(): readonly QualityMeasure[] {
  return [
    { of: overall('detectionF1'), from: (tally) => macro(tally, ['any']) },
    { of: overall('directedF1'), from: (tally) => macro(tally, ['gain', 'setback']) },
    { of: overall('falseAlarmRate'), from: falseAlarmRate },
    ...[...DIMENSIONS, null].flatMap((dimension) =>
      (['any', 'gain', 'setback'] as const).flatMap((kind) =>
        kind === 'any' && dimension === null ? [] : ofLabel(dimension, kind),
      ),
    ),
  ];
}

/** Precision, recall and F1 of one label; over all dimensions together where none is named. */
function ofLabel(dimension: Dimension | null, kind: 'any' | Pole): QualityMeasure[] {
  const claims = (tally: Tally): Claims => claimsOf(tally, kind, dimension === null ? DIMENSIONS : [dimension]);
  const direction = kind === 'any' ? null : kind;
  return [
    { of: { name: 'precision', dimension, direction }, from: (tally) => precision(claims(tally)) },
    { of: { name: 'recall', dimension, direction }, from: (tally) => recall(claims(tally)) },
    { of: { name: 'f1', dimension, direction }, from: (tally) => f1(claims(tally)) },
  ];
}

/** The mean over the dimensions of F1 over these kinds of claims together, as the floors of a model are stated. */
export function macro(tally: Tally, kinds: readonly ('any' | Pole)[]): number | null {
  const values = DIMENSIONS.flatMap((dimension) => {
    const parts = kinds.map((kind) => claimsOf(tally, kind, [dimension]));
    const value = f1({ right: sum(parts, 'right'), wrong: sum(parts, 'wrong'), missed: sum(parts, 'missed') });
    return value === null ? [] : [value];
  });
  return values.length === 0 ? null : values.reduce((total, value) => total + value, 0) / values.length;
}

function precision({ right, wrong }: Claims): number | null {
  return right + wrong === 0 ? null : right / (right + wrong);
}

function recall({ right, missed }: Claims): number | null {
  return right + missed === 0 ? null : right / (right + missed);
}

function f1({ right, wrong, missed }: Claims): number | null {
  return right + wrong + missed === 0 ? null : (2 * right) / (2 * right + wrong + missed);
}

function sum(parts: readonly Claims[], key: keyof Claims): number {
  return parts.reduce((total, part) => total + part[key], 0);
}

function overall(name: MeasureName['name']): MeasureName {
  return { name, dimension: null, direction: null };
}

export interface MeasureName {
  readonly name: 'detectionF1' | 'directedF1' | 'falseAlarmRate' | 'precision' | 'recall' | 'f1';
  readonly dimension: Dimension | null;
  /** Null where only the dimension counts. */
  readonly direction: Pole | null;
}

export interface QualityMeasure {
  readonly of: MeasureName;
  readonly from: (tally: Tally) => number | null;
}
