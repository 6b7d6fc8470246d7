import { type SroiOutcomeTerms, type SroiTerms, socialReturn } from './social-return.ts';

/** How far the ratio moves when each assumption alone is 10 points lower and higher; the one that moves it most first. */
export function sensitivityOf(terms: SroiTerms): SroiSensitivity[] {
  const ofOutcomes = terms.outcomes.flatMap((outcome, index) =>
    sharesOf(outcome).map((assumption) =>
      compare(terms, index, assumption, outcome[fields[assumption]], (value) =>
        withShare(terms, index, assumption, value),
      ),
    ),
  );
  const lasting = terms.outcomes.some(({ years }) => years > 1);
  const rate = compare(terms, null, 'DISCOUNT_RATE', terms.discountRate, (discountRate) => ({
    ...terms,
    discountRate,
  }));
  return [...ofOutcomes, ...(lasting ? [rate] : [])].sort((one, other) => swing(other) - swing(one));
}

/** The lowest and the highest ratio with every assumption at its worse end, and at its better end, together. */
export function rangeOf(terms: SroiTerms): { readonly lowest: number | null; readonly highest: number | null } {
  const all = (by: number): SroiTerms => ({
    ...terms,
    discountRate: moved(terms.discountRate, by),
    outcomes: terms.outcomes.map((outcome) => ({
      ...outcome,
      ...Object.fromEntries(sharesOf(outcome).map((each) => [fields[each], moved(outcome[fields[each]], by)])),
    })),
  });
  return { lowest: socialReturn(all(step)).ratio, highest: socialReturn(all(-step)).ratio };
}

/** Drop-off of an effect of one year moves nothing. */
function sharesOf({ years }: SroiOutcomeTerms): readonly SroiShare[] {
  return years > 1 ? shares : shares.filter((each) => each !== 'DROP_OFF');
}

function compare(
  terms: SroiTerms,
  outcome: number | null,
  assumption: SroiAssumption,
  value: number,
  change: (value: number) => SroiTerms,
): SroiSensitivity {
  const [low, high] = [moved(value, -step), moved(value, step)];
  return {
    ...{ outcome, assumption, value, low, high },
    ratioAtLow: socialReturn(change(low)).ratio,
    ratioAtHigh: socialReturn(change(high)).ratio,
    ratio: socialReturn(terms).ratio,
  };
}

function withShare(terms: SroiTerms, index: number, assumption: SroiShare, value: number): SroiTerms {
  const outcomes = terms.outcomes.map((each, place) =>
    place === index ? { ...each, [fields[assumption]]: value } : each,
  );
  return { ...terms, outcomes };
}

/** A share stays one: what would leave 0 to 1 stops there. */
function moved(value: number, by: number): number {
  return Math.round(Math.min(1, Math.max(0, value + by)) * 1e6) / 1e6;
}

function swing({ ratioAtLow, ratioAtHigh }: SroiSensitivity): number {
  return Math.abs((ratioAtLow ?? 0) - (ratioAtHigh ?? 0));
}

/** Ten points. */
const step = 0.1;

const fields = {
  DEADWEIGHT: 'deadweight',
  DISPLACEMENT: 'displacement',
  ATTRIBUTION_TO_OTHERS: 'attributionToOthers',
  DROP_OFF: 'dropOff',
} as const satisfies Record<string, keyof SroiOutcomeTerms>;

const shares = ['DEADWEIGHT', 'DISPLACEMENT', 'ATTRIBUTION_TO_OTHERS', 'DROP_OFF'] as const;

type SroiShare = (typeof shares)[number];
export type SroiAssumption = SroiShare | 'DISCOUNT_RATE';

export interface SroiSensitivity {
  /** Place in the list of outcomes; null for what is assumed of all. */
  readonly outcome: number | null;
  readonly assumption: SroiAssumption;
  readonly value: number;
  readonly low: number;
  readonly high: number;
  readonly ratioAtLow: number | null;
  readonly ratioAtHigh: number | null;
  readonly ratio: number | null;
}
