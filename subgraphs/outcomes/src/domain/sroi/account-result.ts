import { smallestGroup } from '@teei/runtime/smallest-group';
import type { DimensionName } from '../../rows/metric.ts';
import type { SroiAssumptions, SroiOutcomeRow } from '../../rows/social-return.ts';
import { rangeOf, type SroiSensitivity, sensitivityOf } from './sensitivity.ts';
import { type SroiOutcomeTerms, socialReturn } from './social-return.ts';

/**
 * What comes out of an account, with the participants who gained in each dimension in its period. One outcome without a
 * quantity leaves the whole without a ratio: taken out of the sum, it could be computed from what is shown.
 */
export function accountResult(account: SroiAssumptions, gained: ReadonlyMap<DimensionName, number>): AccountResult {
  const quantities = account.outcomes.map((outcome) => quantityOf(outcome, gained));
  const terms = {
    investment: account.investment,
    discountRate: account.discountRate,
    outcomes: account.outcomes.map((outcome, index) => termsOf(outcome, quantities[index]?.quantity ?? 0)),
  };
  const absence = absenceOf(quantities);
  const { ratio, presentValue, outcomes } = socialReturn(terms);
  const shown = absence === null;
  return {
    ratio: shown ? ratio : null,
    absence,
    presentValue: shown ? presentValue : null,
    outcomes: account.outcomes.map(({ title }, index) => {
      const { quantity, absence: missing } = quantities[index] ?? nothing;
      const impact = outcomes[index];
      if (!impact || quantity === null) return { ...{ title, quantity, absence: missing }, ...noImpact };
      const { firstYear, presentValues, presentValue: value } = impact;
      return {
        ...{ title, quantity, absence: null, firstYear },
        presentValues: [...presentValues],
        presentValue: value,
      };
    }),
    sensitivity: shown ? sensitivityOf(terms) : [],
    ...(shown ? rangeOf(terms) : { lowest: null, highest: null }),
  };
}

/** The dimensions whose evidence an account counts. */
export function countedDimensions({ outcomes }: SroiAssumptions): DimensionName[] {
  return [...new Set(outcomes.flatMap(({ dimension }) => dimension ?? []))];
}

function quantityOf({ dimension, quantity }: SroiOutcomeRow, gained: ReadonlyMap<DimensionName, number>): Quantity {
  if (dimension === null) return { quantity: quantity ?? 0, absence: null };
  const participants = gained.get(dimension) ?? 0;
  if (participants === 0) return nothing;
  return participants < smallestGroup
    ? { quantity: null, absence: 'GROUP_TOO_SMALL' }
    : { quantity: participants, absence: null };
}

function absenceOf(quantities: readonly Quantity[]): string | null {
  if (quantities.length === 0) return 'NO_EVIDENCE';
  const reasons = quantities.flatMap(({ absence }) => absence ?? []);
  return reasons.find((reason) => reason === 'GROUP_TOO_SMALL') ?? reasons[0] ?? null;
}

function termsOf(outcome: SroiOutcomeRow, quantity: number): SroiOutcomeTerms {
  const { proxyValue, deadweight, displacement, attributionToOthers, dropOff, years } = outcome;
  return { quantity, proxyValue, deadweight, displacement, attributionToOthers, dropOff, years };
}

const nothing: Quantity = { quantity: null, absence: 'NO_EVIDENCE' };
const noImpact = { firstYear: null, presentValues: [], presentValue: null };

interface Quantity {
  readonly quantity: number | null;
  readonly absence: string | null;
}

export interface AccountResult {
  readonly ratio: number | null;
  readonly absence: string | null;
  readonly presentValue: number | null;
  readonly outcomes: {
    readonly title: string;
    readonly quantity: number | null;
    readonly absence: string | null;
    readonly firstYear: number | null;
    readonly presentValues: number[];
    readonly presentValue: number | null;
  }[];
  readonly sensitivity: SroiSensitivity[];
  readonly lowest: number | null;
  readonly highest: number | null;
}
