import { bootstrapIntervals } from '../evaluation/bootstrap.ts';
import { type Comparison, compareModels } from '../evaluation/compare-models.ts';
import { sumOf, textsOf } from '../evaluation/evaluate.ts';
import type { Answer, Judgement } from '../evaluation/judgement.ts';
import { type MeasureName, qualityMeasures } from '../evaluation/quality-measures.ts';
import { type Tally, tallyOf } from '../evaluation/tally.ts';
import type { Dimension } from '../q2q/q2q-model.ts';

/**
 * How two versions did on texts that both read and on whose label reviewers settled: figures of both with 95 % bootstrap intervals over
 * the same draws of whole texts, what they differ by with a paired interval, and McNemar's test. Null without labels.
 */
export function compareLabelled(readings: readonly LabelledReading[]): LabelledComparison | null {
  if (readings.length === 0) return null;
  const shown = readings.map((reading) => judgementOf(reading, reading.shown));
  const shadow = readings.map((reading) => judgementOf(reading, reading.shadow));
  const languages = [...new Set(readings.map(({ language }) => language))].sort();
  return {
    labels: readings.length,
    test: compareModels(shown, shadow),
    languages: [null, ...languages].map((language) => {
      const within = (judgements: readonly Judgement[]) =>
        textsOf(judgements.filter((one) => language === null || one.language === language)).map(tallyOf);
      const [before, after] = [within(shown), within(shadow)];
      return { language, texts: before.length, figures: pairedFigures(before, after) };
    }),
  };
}

function judgementOf({ unit, language, dimension, truth }: LabelledReading, claimed: Answer): Judgement {
  // A version that does not claim a dimension left no probability; no measure here asks for one.
  return { unit, language, dimension, truth, claimed, probability: claimed === 'none' ? 0 : 1 };
}

/** Only measures that at least one of the two has. */
function pairedFigures(shown: readonly Tally[], shadow: readonly Tally[]): PairedFigure[] {
  const measures = qualityMeasures().filter(({ of }) => of.name !== 'falseAlarmRate');
  const measure = (drawn: Iterable<number>): (readonly [number | null, number | null])[] => {
    const places = [...drawn];
    const [before, after] = [sumOf(shown, places), sumOf(shadow, places)];
    return measures.map(({ from }) => [from(before), from(after)]);
  };
  const whole = measure(shown.keys());
  const intervals = bootstrapIntervals(shown.length, (drawn) =>
    measure(drawn).flatMap(([one, other]) => [one, other, differenceOf(one, other)]),
  );
  return measures.flatMap(({ of }, at) => {
    const [one, other] = whole[at] ?? [null, null];
    if (one === null && other === null) return [];
    const within = (value: number | null, place: number): Estimate | null => {
      const interval = intervals[at * 3 + place];
      return value === null || !interval ? null : { value, low: interval[0], high: interval[1] };
    };
    return [
      { ...of, shown: within(one, 0), shadow: within(other, 1), difference: within(differenceOf(one, other), 2) },
    ];
  });
}

function differenceOf(one: number | null, other: number | null): number | null {
  return one === null || other === null ? null : other - one;
}

export interface LabelledReading {
  /** The text. */
  readonly unit: string;
  readonly language: string;
  readonly dimension: Dimension;
  /** What reviewers settled on. */
  readonly truth: Answer;
  readonly shown: Answer;
  readonly shadow: Answer;
}

export interface LabelledComparison {
  /** A text has one for each dimension that was reviewed. */
  readonly labels: number;
  /** The shadow is the candidate. */
  readonly test: Comparison;
  /** All languages together first. */
  readonly languages: readonly PairedLanguage[];
}

interface PairedLanguage {
  /** Null: all of them. */
  readonly language: string | null;
  readonly texts: number;
  readonly figures: readonly PairedFigure[];
}

interface PairedFigure extends MeasureName {
  /** Null where there was nothing to measure. */
  readonly shown: Estimate | null;
  readonly shadow: Estimate | null;
  /** Shadow less shown. */
  readonly difference: Estimate | null;
}

interface Estimate {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}
