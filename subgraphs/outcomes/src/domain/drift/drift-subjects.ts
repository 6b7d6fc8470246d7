import { type CountedBin, type Drift, measureDrift } from './measure-drift.ts';

/**
 * Everything that is watched: which labels are given and in which languages people write, and for each dimension how strong what is said
 * is and how sure the model is of it; in all languages together and in each. What fewer than `fewest` people said in one of the windows is left out.
 */
export function driftFindings(
  cells: readonly ScoreCell[],
  people: readonly PeopleCell[],
  { alertAt, fewest }: { readonly alertAt: number; readonly fewest: number },
): DriftFinding[] {
  const languages = [ALL, ...valuesOf(cells, ({ language }) => language)];
  const dimensions = valuesOf(cells, ({ dimension }) => dimension);
  const subjects: Subject[] = [
    { measure: 'LANGUAGES', dimension: ALL, language: ALL },
    ...languages.flatMap((language) => [
      { measure: 'LABELS' as const, dimension: ALL, language },
      ...dimensions.flatMap((dimension) =>
        (['LEVEL', 'CONFIDENCE'] as const).map((measure) => ({ measure, dimension, language })),
      ),
    ]),
  ];
  return subjects
    .filter((subject) => windows.every((window) => peopleIn(people, subject, window) >= fewest))
    .map((subject) => ({ ...subject, ...measureDrift(binsOf(cells, subject), alertAt) }));
}

function binsOf(cells: readonly ScoreCell[], { measure, dimension, language }: Subject): CountedBin[] {
  const own = cells.filter(
    (cell) => (dimension === ALL || cell.dimension === dimension) && (language === ALL || cell.language === language),
  );
  const nameOf = names[measure];
  return valuesOf(own, nameOf).map((name) => {
    const counted = (window: Window) =>
      own.reduce((sum, cell) => (cell.window === window && nameOf(cell) === name ? sum + cell.count : sum), 0);
    return { name, reference: counted('reference'), current: counted('current') };
  });
}

/** What a bin is called: `belonging:gain`, `uk`, or the tenth in which a level or a confidence lies, such as `0.6-0.7`. */
const names = {
  LABELS: ({ dimension, direction }) => `${dimension}:${direction}`,
  LANGUAGES: ({ language }) => language,
  // Fifths: strong setback, setback, mixed, gain, strong gain.
  LEVEL: ({ level }) => spanOf(Math.floor(level / 2) / 5, 1 / 5),
  CONFIDENCE: ({ confidence }) => spanOf(confidence / 10, 1 / 10),
} as const satisfies Record<DriftMeasure, (cell: ScoreCell) => string>;

function spanOf(from: number, width: number): string {
  return `${from.toFixed(1)}-${(from + width).toFixed(1)}`;
}

function valuesOf(cells: readonly ScoreCell[], pick: (cell: ScoreCell) => string): string[] {
  return [...new Set(cells.map(pick))].sort();
}

function peopleIn(people: readonly PeopleCell[], { dimension, language }: Subject, window: Window): number {
  return (
    people.find((cell) => cell.window === window && cell.dimension === dimension && cell.language === language)
      ?.people ?? 0
  );
}

export const ALL = 'all';
const windows = ['reference', 'current'] as const;
type Window = (typeof windows)[number];

export type DriftMeasure = 'LABELS' | 'LANGUAGES' | 'LEVEL' | 'CONFIDENCE';

interface Subject {
  readonly measure: DriftMeasure;
  /** `all` for all of them together; so is the language. */
  readonly dimension: string;
  readonly language: string;
}

export interface DriftFinding extends Subject, Drift {}

/** Scores of a window that are alike. */
export interface ScoreCell {
  readonly window: Window;
  readonly language: string;
  readonly dimension: string;
  readonly direction: string;
  /** The tenth it lies in, 0 to 9; so is the confidence. */
  readonly level: number;
  readonly confidence: number;
  readonly count: number;
}

/** How many people said something in a window; `all` stands for every dimension or language. */
export interface PeopleCell {
  readonly window: Window;
  readonly language: string;
  readonly dimension: string;
  readonly people: number;
}
