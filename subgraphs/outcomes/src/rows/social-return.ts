import type { DimensionName } from './metric.ts';

export interface SroiProxyRow {
  readonly id: string;
  readonly revision: number;
  readonly name: string;
  readonly value: number;
  readonly currency: string;
  readonly year: number;
  readonly source: string;
  readonly archived: boolean;
  readonly changedAt: Date;
}

/** An outcome as it is stored: with the proxy as it was. */
export interface SroiOutcomeRow {
  readonly title: string;
  readonly dimension: DimensionName | null;
  readonly quantity: number | null;
  readonly quantitySource: string | null;
  readonly proxyId: string;
  readonly proxyRevision: number;
  readonly proxyName: string;
  readonly proxyValue: number;
  readonly proxyYear: number;
  readonly proxySource: string;
  readonly deadweight: number;
  readonly displacement: number;
  readonly attributionToOthers: number;
  readonly dropOff: number;
  readonly years: number;
  readonly assumptionsSource: string;
}

/** What somebody assumes, stored or only tried. Months as yyyy-mm. */
export interface SroiAssumptions {
  readonly from: string;
  readonly to: string;
  readonly investment: number;
  readonly investmentSource: string;
  readonly currency: string;
  readonly discountRate: number;
  readonly outcomes: SroiOutcomeRow[];
}

export interface SroiAccountRow extends SroiAssumptions {
  readonly revision: number;
  readonly changedAt: Date;
}
