import { auditRecorded } from '@teei/runtime/audit-recorded';
import type { Outbox } from '@teei/runtime/outbox';
import { smallestGroup } from '@teei/runtime/smallest-group';
import type { TenantTransaction } from '@teei/runtime/tenant-transaction';
import { actorOf } from '@teei/runtime/viewer';
import { ALL, type DriftFinding, driftFindings } from '../domain/drift/drift-subjects.ts';
import { measuredVersions } from '../domain/drift/measured-versions.ts';
import { driftDetected } from '../events/index.ts';
import { DriftReferenceStore } from '../store/drift-reference-store.ts';
import { ModelDriftStore } from '../store/model-drift-store.ts';
import { dayOf, driftWindows, firstReference } from './drift-windows.ts';
import { modelRules } from './repository-versions.ts';

/**
 * Measures what a company's texts said in the last days beside what they said in its reference window, keeps it under the day, and tells of
 * what has begun to drift. Measured again on the same day it takes the place of what was found, and tells of nothing twice.
 * @param now the current window ends where its day (UTC) begins
 */
export async function measureCompanyDrift(outbox: Outbox, tx: TenantTransaction, now: Date): Promise<void> {
  const store = new ModelDriftStore(tx);
  const { alertAt } = modelRules().drift;
  const day = dayOf(now);
  const named = await new DriftReferenceStore(tx).on(day);
  const reference = named ?? firstReference(now);
  const windows = driftWindows(now, reference);
  const versions = measuredVersions(await store.versions(windows));
  const [cells, people] = [await store.cells(windows, versions), await store.people(windows, versions)];
  const findings = driftFindings(cells, people, { alertAt, fewest: smallestGroup });
  // The first window that holds enough to be compared is the one that stays.
  if (named === null && findings.length > 0) await new DriftReferenceStore(tx).add(reference, actorOf(tx.viewer));
  const [today, before] = [await store.newest(), await store.newest(day)];
  const known = [...before, ...today.filter((row) => row.day === day)].filter(isDrifted).map(subjectOf);
  const of = {
    ...{ modelVersion: versions.current, referenceVersion: versions.reference, referenceName: reference.name },
    ...{ referenceFrom: dayOf(windows.referenceFrom), referenceUntil: dayOf(windows.referenceUntil) },
  };
  await store.put(day, findings, of);
  await store.clear(day, KEPT_DAYS);
  const begun = findings.filter((finding) => isDrifted(finding) && !known.includes(subjectOf(finding)));
  if (begun.length === 0) return;
  await outbox.append(
    tx,
    driftDetected,
    begun.map((finding) => ({ subject: tx.companyId, data: { day, alertAt, ...of, ...told(finding) } })),
  );
  const detail = { day, subjects: begun.length, modelVersion: of.modelVersion, reference: of.referenceName };
  const line = { action: 'modelDrift.detected', actor: actorOf(tx.viewer), target: tx.companyId, detail };
  await outbox.append(tx, auditRecorded, [{ subject: tx.companyId, data: line }]);
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

/** Enough to see when something began. */
const KEPT_DAYS = 400;
