import { type Grain, grains, isPeriod } from './period.ts';

/** What the dashboard is narrowed to; it lives in the address, so that Back undoes a choice and a link keeps it. */
export interface DashboardSearch {
  /** A period by its name, the newest of a grain (which moves on by itself), or null for all time. */
  readonly period: string | Grain | null;
  readonly programme: string | null;
}

/** A programme has numbers of periods only, so all time of one is shown as its newest quarter. */
export function readDashboardSearch(address: URLSearchParams): DashboardSearch {
  const written = address.get('period') ?? '';
  const programme = address.get('programme') || null;
  const period = isPeriod(written) || isGrain(written) ? written : null;
  return { period: period ?? (programme === null ? null : 'QUARTER'), programme };
}

export function isGrain(text: string): text is Grain {
  return grains.some((grain) => grain === text);
}
