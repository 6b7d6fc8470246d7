import { type Answer, holds } from '../evaluation/judgement.ts';
import { DIMENSIONS, type Dimension, type Pole } from '../q2q/q2q-model.ts';

/**
 * How far two versions say the same of the same texts: for every dimension whether it is spoken of at all and each direction, in all
 * languages together and in each in which at least `fewest` people wrote. Empty where fewer wrote altogether.
 */
export function shadowAgreement(
  texts: readonly ShadowTexts[],
  cells: readonly ShadowCell[],
  fewest: number,
): readonly Agreement[] {
  const shown = texts.filter(({ people }) => people >= fewest);
  if (!shown.some(({ language }) => language === null)) return [];
  return shown.flatMap((of) => {
    const own = cells.filter(({ language }) => of.language === null || language === of.language);
    return DIMENSIONS.flatMap((dimension) => {
      const within = own.filter((cell) => cell.dimension === dimension);
      return ([null, 'gain', 'setback'] as const).map((direction) => agreementOf(of, within, dimension, direction));
    });
  });
}

function agreementOf(
  { language, texts }: ShadowTexts,
  cells: readonly ShadowCell[],
  dimension: Dimension,
  direction: Pole | null,
): Agreement {
  const says = (answer: Answer): boolean => (direction === null ? answer !== 'none' : holds(answer, direction));
  const sum = (those: readonly ShadowCell[], of: (cell: ShadowCell) => number): number =>
    those.reduce((total, cell) => total + of(cell), 0);
  const counted = (shown: boolean, shadow: boolean): readonly ShadowCell[] =>
    cells.filter((cell) => says(cell.shown) === shown && says(cell.shadow) === shadow);
  const count = ({ count }: ShadowCell): number => count;
  const both = counted(true, true);
  const [inBoth, onlyShown, onlyShadow] = [
    sum(both, count),
    sum(counted(true, false), count),
    sum(counted(false, true), count),
  ];
  const mean = (of: (cell: ShadowCell) => number): number | null => (inBoth === 0 ? null : sum(both, of) / inBoth);
  return {
    ...{ language, dimension, direction, texts, both: inBoth, onlyShown, onlyShadow },
    neither: texts - inBoth - onlyShown - onlyShadow,
    agreement: (texts - onlyShown - onlyShadow) / texts,
    kappa: kappaOf({ texts, both: inBoth, onlyShown, onlyShadow }),
    levelDifference: mean(({ level }) => level),
    confidenceDifference: mean(({ confidence }) => confidence),
  };
}

/**
 * Cohen's kappa of a table of two by two; null where chance alone agrees on everything, such as where neither ever says it.
 * Source: J. Cohen, A coefficient of agreement for nominal scales (1960).
 */
function kappaOf({ texts, both, onlyShown, onlyShadow }: Counts): number | null {
  const [one, other] = [(both + onlyShown) / texts, (both + onlyShadow) / texts];
  const chance = one * other + (1 - one) * (1 - other);
  const observed = (texts - onlyShown - onlyShadow) / texts;
  return chance < 1 ? (observed - chance) / (1 - chance) : null;
}

interface Counts {
  readonly texts: number;
  readonly both: number;
  readonly onlyShown: number;
  readonly onlyShadow: number;
}

export interface Agreement extends Counts {
  /** Null: all of them. */
  readonly language: string | null;
  readonly dimension: Dimension;
  /** Null where only the dimension counts. */
  readonly direction: Pole | null;
  readonly neither: number;
  /** Share of texts of which both say it or neither does. */
  readonly agreement: number;
  readonly kappa: number | null;
  /** What the shadow says less what was shown, on average where both say it; null where they never do. */
  readonly levelDifference: number | null;
  readonly confidenceDifference: number | null;
}

export interface ShadowTexts {
  /** Null: all of them. */
  readonly language: string | null;
  readonly texts: number;
  readonly people: number;
}

/** Texts of which the two say the same, with the sums of what they differ by. */
export interface ShadowCell {
  readonly language: string;
  readonly dimension: Dimension;
  readonly shown: Answer;
  readonly shadow: Answer;
  readonly count: number;
  readonly level: number;
  readonly confidence: number;
}
