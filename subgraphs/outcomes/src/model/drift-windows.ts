import type { DriftReferenceRow, DriftWindows } from '../rows/model.ts';
import { modelRules } from './repository-versions.ts';

/** The last days before the day of `now` (UTC), beside the reference; the reference as far as it lies before these. */
export function driftWindows(now: Date, reference: DriftReferenceRow): DriftWindows {
  const { currentFrom, until } = currentWindow(now);
  const referenceUntil = new Date(Math.min(new Date(reference.until).getTime(), currentFrom.getTime()));
  return { until, currentFrom, referenceFrom: new Date(reference.from), referenceUntil };
}

/** The days before the current window, for a company that has no reference yet. */
export function firstReference(now: Date): DriftReferenceRow {
  const { currentFrom } = currentWindow(now);
  const from = new Date(currentFrom.getTime() - modelRules().drift.referenceDays * DAY);
  return namedWindow(null, from, currentFrom);
}

/** The days from which on a version scores: they fill up, and stay. */
export function referenceOf(version: string, effectiveFrom: Date): DriftReferenceRow {
  const from = new Date(Math.floor(effectiveFrom.getTime() / DAY) * DAY);
  return namedWindow(version, from, new Date(from.getTime() + modelRules().drift.referenceDays * DAY));
}

function currentWindow(now: Date): Pick<DriftWindows, 'currentFrom' | 'until'> {
  const until = new Date(Math.floor(now.getTime() / DAY) * DAY);
  return { until, currentFrom: new Date(until.getTime() - modelRules().drift.currentDays * DAY) };
}

/** Named by what everybody reads alike: the version, and its days as ISO 8601 writes an interval. */
function namedWindow(version: string | null, first: Date, end: Date): DriftReferenceRow {
  const [from, until] = [dayOf(first), dayOf(end)];
  return { name: [version, `${from}/${until}`].filter(Boolean).join(' '), from, until };
}

export function dayOf(date: Date): string {
  return date.toISOString().slice(0, 10);
}

/** Milliseconds. */
const DAY = 86_400_000;
