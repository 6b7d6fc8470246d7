import type { MetricToKeep } from '../../rows/metric.ts';
import type { SroiAccountRow, SroiOutcomeRow } from '../../rows/social-return.ts';
import { formulas } from '../formulas.ts';
import { type AccountResult, countedDimensions } from './account-result.ts';

/** The account's result as a metric: what a tile shows, and what stands behind it. */
export function sroiMetric(account: SroiAccountRow, result: AccountResult): MetricToKeep {
  const shown = result.ratio !== null && result.presentValue !== null;
  return {
    name: 'SROI',
    period: { from: `${account.from}-01`, to: `${account.to}-01` },
    dimensions: countedDimensions(account),
    value: result.ratio,
    absence: result.absence,
    formulaVersion: formulas.SROI.version,
    inputs: shown
      ? [
          { name: 'present value of the impact', value: result.presentValue ?? 0 },
          { name: 'present value of what was put in', value: account.investment },
          { name: 'revision of the account', value: account.revision },
        ]
      : [],
    contributions: account.outcomes.flatMap((outcome, index) => {
      const { quantity, presentValue } = result.outcomes[index] ?? { quantity: null, presentValue: null };
      if (!shown || quantity === null || presentValue === null) return [];
      return {
        name: outcome.title,
        value: presentValue,
        formula: filled(account, outcome, quantity),
        source: sourceOf(outcome),
      };
    }),
  };
}

/** `60 × 8500 × (1 − 0.4) × (1 − 0) × (1 − 0.3), drop-off 0.3, 2 years at 0.035` */
function filled({ discountRate }: SroiAccountRow, outcome: SroiOutcomeRow, quantity: number): string {
  const { proxyValue, deadweight, displacement, attributionToOthers, dropOff, years } = outcome;
  const first = `${quantity} × ${proxyValue} × (1 − ${deadweight}) × (1 − ${displacement}) × (1 − ${attributionToOthers})`;
  if (years === 1) return first;
  const later = `(1 − ${dropOff}) / (1 + ${discountRate})`;
  return `${first} × (1 + ${years === 2 ? later : `… + (${later})^${years - 1}`})`;
}

function sourceOf({ proxyName, proxySource, proxyYear, assumptionsSource, quantitySource }: SroiOutcomeRow): string {
  return [`${proxyName}: ${proxySource} (${proxyYear})`, quantitySource, assumptionsSource].filter(Boolean).join('; ');
}
