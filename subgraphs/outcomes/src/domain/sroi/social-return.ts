/**
 * Social return on investment (Social Value International; SROI Network Guide 2012, pages 55 to 72). Per outcome
 *   impact = quantity × financial proxy × (1 − deadweight) × (1 − displacement) × (1 − attributionToOthers)
 * Drop-off compounds from year 2; later years are discounted, year 1 is not. The ratio is the present value of the impact
 * over that of what was put in. Null when nothing was put in: there is no ratio to nothing.
 */
export function socialReturn({ investment, discountRate, outcomes }: SroiTerms): SocialReturn {
  const impacts = outcomes.map((terms) => impactOf(terms, discountRate));
  const presentValue = sum(impacts.map((each) => each.presentValue));
  return { presentValue, ratio: investment > 0 ? presentValue / investment : null, outcomes: impacts };
}

function impactOf(terms: SroiOutcomeTerms, discountRate: number): SroiImpact {
  const { quantity, proxyValue, deadweight, displacement, attributionToOthers, dropOff, years } = terms;
  const first = quantity * proxyValue * (1 - deadweight) * (1 - displacement) * (1 - attributionToOthers);
  const presentValues = Array.from(
    { length: years },
    (_, year) => (first * (1 - dropOff) ** year) / (1 + discountRate) ** year,
  );
  return { firstYear: first, presentValues, presentValue: sum(presentValues) };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

/** What an outcome is worth and how much of it is the programme's doing; shares are 0 to 1. */
export interface SroiOutcomeTerms {
  /** Of people, or of whatever the proxy is for one of. */
  readonly quantity: number;
  /** Money for one, in the account's currency. */
  readonly proxyValue: number;
  /** What would have come about anyway. */
  readonly deadweight: number;
  /** What was only moved from elsewhere. */
  readonly displacement: number;
  /** What is due to others: never the programme's own share. */
  readonly attributionToOthers: number;
  /** What is lost of the effect each year after the first. */
  readonly dropOff: number;
  /** Whole years that the effect lasts, the first included. */
  readonly years: number;
}

export interface SroiTerms {
  /** Present value of everything put in. */
  readonly investment: number;
  /** A year, 0.035 for 3.5 %. */
  readonly discountRate: number;
  readonly outcomes: readonly SroiOutcomeTerms[];
}

export interface SroiImpact {
  /** Impact of year 1. */
  readonly firstYear: number;
  /** By year, the first first. */
  readonly presentValues: readonly number[];
  readonly presentValue: number;
}

export interface SocialReturn {
  readonly presentValue: number;
  readonly ratio: number | null;
  readonly outcomes: readonly SroiImpact[];
}
