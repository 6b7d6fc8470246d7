import type { OutcomeDimension, SroiAccountFormFragment, SroiAccountInput } from '../generated/graphql.ts';

/** An account while it is written: numbers as they stand in the fields, shares in percent. */
export interface AccountDraft {
  readonly from: string;
  readonly to: string;
  readonly investment: string;
  readonly investmentSource: string;
  readonly currency: string;
  readonly discountRate: string;
  readonly outcomes: readonly OutcomeDraft[];
}

export interface OutcomeDraft {
  /** For the list only. */
  readonly key: string;
  readonly title: string;
  /** Empty: the quantity is stated. */
  readonly dimension: OutcomeDimension | '';
  readonly quantity: string;
  readonly quantitySource: string;
  readonly proxyId: string;
  readonly deadweight: string;
  readonly displacement: string;
  readonly attributionToOthers: string;
  readonly dropOff: string;
  readonly years: string;
  readonly assumptionsSource: string;
}

export const shareNames = ['deadweight', 'displacement', 'attributionToOthers', 'dropOff'] as const;

export function draftOf(account: SroiAccountFormFragment): AccountDraft {
  return {
    from: account.from,
    to: account.to,
    investment: String(account.investment),
    investmentSource: account.investmentSource,
    currency: account.currency,
    discountRate: percentOf(account.discountRate),
    outcomes: account.outcomes.map((outcome, index) => ({
      key: `stored-${index}`,
      title: outcome.title,
      dimension: outcome.dimension ?? '',
      quantity: outcome.quantity === null ? '' : String(outcome.quantity),
      quantitySource: outcome.quantitySource ?? '',
      proxyId: outcome.proxyId,
      deadweight: percentOf(outcome.deadweight),
      displacement: percentOf(outcome.displacement),
      attributionToOthers: percentOf(outcome.attributionToOthers),
      dropOff: percentOf(outcome.dropOff),
      years: String(outcome.years),
      assumptionsSource: outcome.assumptionsSource,
    })),
  };
}

/** The year so far, with one outcome to fill in. */
export function emptyDraft(currency: string, today: Date): AccountDraft {
  const year = today.getUTCFullYear();
  return {
    ...{ from: `${year}-01`, to: `${year}-12`, investment: '', investmentSource: '' },
    ...{ currency, discountRate: '3.5', outcomes: [emptyOutcome('new-0')] },
  };
}

export function emptyOutcome(key: string): OutcomeDraft {
  return {
    ...{ key, title: '', dimension: 'JOB_READINESS', quantity: '', quantitySource: '', proxyId: '' },
    ...{ deadweight: '', displacement: '0', attributionToOthers: '', dropOff: '0', years: '1', assumptionsSource: '' },
  };
}

/** What the graph is asked; null while a field that needs a number has none. */
export function inputOf(draft: AccountDraft): SroiAccountInput | null {
  if (missingIn(draft).size > 0) return null;
  return {
    from: draft.from,
    to: draft.to,
    investment: numberIn(draft.investment) ?? 0,
    investmentSource: draft.investmentSource,
    currency: draft.currency,
    discountRate: shareIn(draft.discountRate),
    outcomes: draft.outcomes.map((outcome) => ({
      title: outcome.title,
      dimension: outcome.dimension === '' ? null : outcome.dimension,
      quantity: outcome.dimension === '' ? numberIn(outcome.quantity) : null,
      quantitySource: outcome.dimension === '' ? outcome.quantitySource : null,
      proxyId: outcome.proxyId,
      deadweight: shareIn(outcome.deadweight),
      displacement: shareIn(outcome.displacement),
      attributionToOthers: shareIn(outcome.attributionToOthers),
      dropOff: shareIn(outcome.dropOff),
      years: Math.round(numberIn(outcome.years) ?? 0),
      assumptionsSource: outcome.assumptionsSource,
    })),
  };
}

/** Paths of the fields that are empty or hold no number where one is needed; as the graph names them. */
export function missingIn(draft: AccountDraft): Set<string> {
  const missing = new Set<string>();
  const months = ['from', 'to'] as const;
  for (const name of months) if (!/^\d{4}-\d{2}$/.test(draft[name])) missing.add(name);
  for (const name of ['investment', 'discountRate'] as const) if (numberIn(draft[name]) === null) missing.add(name);
  for (const [index, outcome] of draft.outcomes.entries()) {
    const numbers = [...shareNames, 'years' as const, ...(outcome.dimension === '' ? (['quantity'] as const) : [])];
    for (const name of numbers) if (numberIn(outcome[name]) === null) missing.add(`outcomes.${index}.${name}`);
    if (outcome.proxyId === '') missing.add(`outcomes.${index}.proxyId`);
  }
  return missing;
}

/** People write 3,5 and 1 200 as well as 3.5 and 1200. */
function numberIn(text: string): number | null {
  const plain = text.replace(/[\s%]/g, '').replace(',', '.');
  return plain === '' || Number.isNaN(Number(plain)) ? null : Number(plain);
}

function shareIn(percent: string): number {
  return Math.round((numberIn(percent) ?? 0) * 1e4) / 1e6;
}

function percentOf(share: number): string {
  return String(Math.round(share * 1e6) / 1e4);
}
