import { DIMENSIONS, type Dimension } from '../q2q/q2q-model.ts';
import { bootstrapIntervals } from './bootstrap.ts';
import { type CalibrationBin, calibrationCurve, calibrationError } from './calibration-curve.ts';
import { ANSWERS, type Answer, type Judgement } from './judgement.ts';
import { type OperatingCurve, operatingCurves } from './operating-curves.ts';
import { type MeasureName, qualityMeasures } from './quality-measures.ts';
import { addTally, emptyTally, type Tally, tallyOf } from './tally.ts';

/** How a model did on texts whose answers are known: in each language and over all of them, with 95 % bootstrap intervals. */
export function evaluate(judgements: readonly Judgement[]): Evaluation {
  const languages = [...new Set(judgements.map(({ language }) => language))].sort();
  const within = languages.map((language) =>
    figuresOf(
      judgements.filter((one) => one.language === language),
      language,
    ),
  );
  return {
    languages: [figuresOf(judgements, null), ...within],
    confusion: DIMENSIONS.flatMap((dimension) => confusionOf(judgements, dimension)),
    parity: parityOf(within),
    curves: operatingCurves(judgements),
  };
}

function figuresOf(judgements: readonly Judgement[], language: string | null): LanguageFigures {
  const tallies = textsOf(judgements).map(tallyOf);
  const measures = qualityMeasures();
  const whole = sumOf(tallies, tallies.keys());
  const intervals = bootstrapIntervals(tallies.length, (drawn) => {
    const tally = sumOf(tallies, drawn);
    return measures.map(({ from }) => from(tally));
  });
  const calibration = calibrationCurve(
    judgements.map(({ probability, truth }) => [probability, truth !== 'none'] as const),
  );
  return {
    language,
    texts: tallies.length,
    figures: measures.map(({ of, from }, at) => {
      const [low, high] = intervals[at] ?? [null, null];
      return { ...of, value: rounded(from(whole)), low: rounded(low), high: rounded(high) };
    }),
    calibration: calibration.map((bin) => ({ ...bin, confidence: round(bin.confidence), right: round(bin.right) })),
    ece: rounded(calibrationError(calibration)),
  };
}

/** Judgements of the same text, together. */
export function textsOf(judgements: readonly Judgement[]): readonly (readonly Judgement[])[] {
  const texts = new Map<string, Judgement[]>();
  for (const judgement of judgements) {
    const known = texts.get(judgement.unit);
    if (known) known.push(judgement);
    else texts.set(judgement.unit, [judgement]);
  }
  return [...texts.values()];
}

export function sumOf(tallies: readonly Tally[], drawn: Iterable<number>): Tally {
  const sum = emptyTally();
  for (const at of drawn) addTally(sum, tallies[at] as Tally);
  return sum;
}

function confusionOf(judgements: readonly Judgement[], dimension: Dimension): ConfusionCell[] {
  const own = judgements.filter((one) => one.dimension === dimension);
  return ANSWERS.flatMap((truth) =>
    ANSWERS.map((claimed) => ({
      ...{ dimension, truth, claimed },
      count: own.filter((one) => one.truth === truth && one.claimed === claimed).length,
    })),
  );
}

/** The language in which the model does worst beside the one in which it does best, by F1 with direction. */
function parityOf(within: readonly LanguageFigures[]): Parity | null {
  const ranked = within
    .flatMap((one) => {
      const value = figureOf(one, 'directedF1');
      return value === null || one.language === null ? [] : [{ language: one.language, value }];
    })
    .sort((one, other) => one.value - other.value);
  const [worst, best] = [ranked[0], ranked.at(-1)];
  if (!worst || !best || ranked.length < 2 || best.value === 0) return null;
  return {
    worst: worst.language,
    best: best.language,
    gap: round(best.value - worst.value),
    ratio: round(worst.value / best.value),
  };
}

/** A figure over all dimensions; null where there was nothing to measure. */
export function figureOf({ figures }: LanguageFigures, name: MeasureName['name']): number | null {
  return figures.find((one) => one.name === name && one.dimension === null && one.direction === null)?.value ?? null;
}

function rounded(value: number | null): number | null {
  return value === null ? null : round(value);
}

function round(value: number): number {
  return Math.round(value * 1e4) / 1e4;
}

export interface Evaluation {
  /** The first one is all languages together. */
  readonly languages: readonly LanguageFigures[];
  readonly confusion: readonly ConfusionCell[];
  /** Null where fewer than two languages were measured. */
  readonly parity: Parity | null;
  /** Of dimensions that some texts speak of and some do not. Absent in evaluations of before. */
  readonly curves?: readonly OperatingCurve[];
}

export interface LanguageFigures {
  /** Null: all of them. */
  readonly language: string | null;
  readonly texts: number;
  readonly figures: readonly Figure[];
  readonly calibration: readonly CalibrationBin[];
  readonly ece: number | null;
}

export interface Figure extends MeasureName {
  readonly value: number | null;
  /** 95 % bootstrap interval. */
  readonly low: number | null;
  readonly high: number | null;
}

export interface ConfusionCell {
  readonly dimension: Dimension;
  readonly truth: Answer;
  readonly claimed: Answer;
  readonly count: number;
}

export interface Parity {
  readonly worst: string;
  readonly best: string;
  readonly gap: number;
  readonly ratio: number;
}
