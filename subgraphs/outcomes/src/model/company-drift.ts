import type { Outbox } from '@teei/runtime/outbox';
import { smallestGroup } from '@teei/runtime/smallest-group';
import type { TenantTransaction } from '@teei/runtime/tenant-transaction';
import { ALL, type DriftFinding, driftFindings } from '../domain/drift/drift-subjects.ts';
import { driftDetected } from '../events/index.ts';
import type { DriftWindows } from '../rows/model.ts';
import { ModelDriftStore } from '../store/model-drift-store.ts';
import { modelRules } from './repository-versions.ts';

/**
 * Measures what a company's texts said in the last days beside what they said before, keeps it under the day, and tells of what has begun
 * to drift. Measured again on the same day it takes the place of what was found, and tells of nothing twice.
 * @param now the windows end where its day (UTC) begins
 */
export async function measureCompanyDrift(outbox: Outbox, tx: TenantTransaction, now: Date): Promise<void> {
  const store = new ModelDriftStore(tx);
  const { alertAt } = modelRules().drift;
  const windows = driftWindows(now);
  const day = windows.until.toISOString().slice(0, 10);
  const [cells, people] = [await store.cells(windows), await store.people(windows)];
  const findings = driftFindings(cells, people, { alertAt, fewest: smallestGroup });
  const [today, before] = [await store.newest(), await store.newest(day)];
  const known = [...before, ...today.filter((row) => row.day === day)].filter(isDrifted).map(subjectOf);
  await store.put(day, findings);
  await store.clear(day, KEPT_DAYS);
  const begun = findings.filter((finding) => isDrifted(finding) && !known.includes(subjectOf(finding)));
  await outbox.append(
    tx,
    driftDetected,
    begun.map((finding) => ({ subject: tx.companyId, data: { day, alertAt, ...told(finding) } })),
  );
}

export function driftWindows(now: Date): DriftWindows {
  const { currentDays, referenceDays } = modelRules().drift;
  const until = new Date(Math.floor(now.getTime() / DAY) * DAY);
  const currentFrom = new Date(until.getTime() - currentDays * DAY);
  return { until, currentFrom, referenceFrom: new Date(currentFrom.getTime() - referenceDays * DAY) };
}

function isDrifted({ verdict }: { readonly verdict: string }): boolean {
  return verdict === 'DRIFTED';
}

function subjectOf({ measure, dimension, language }: Pick<DriftFinding, 'measure' | 'dimension' | 'language'>): string {
  return `${measure} ${dimension} ${language}`;
}

function told({ measure, dimension, language, psi, divergence, referenceCount, currentCount }: DriftFinding) {
  const only = (value: string): string | null => (value === ALL ? null : value);
  return {
    ...{ measure, dimension: only(dimension), language: only(language), psi, divergence },
    ...{ referenceCount, currentCount },
  };
}

/** Milliseconds. */
const DAY = 86_400_000;
/** Enough to see when something began. */
const KEPT_DAYS = 400;
