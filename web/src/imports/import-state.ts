import type { ImportDetailFragment, ImportStatus } from '../generated/graphql.ts';

export function isRunning(status: ImportStatus): boolean {
  return status === 'QUEUED' || status === 'RUNNING' || status === 'UNDOING';
}

/** The dry run reads the whole file in the background; its account is not there yet. */
export function isBeingChecked({ status, plan, missingFields }: CheckedImport): boolean {
  return status === 'PLANNED' && plan === null && missingFields.length === 0;
}

type CheckedImport = Pick<ImportDetailFragment, 'status' | 'plan' | 'missingFields'>;
