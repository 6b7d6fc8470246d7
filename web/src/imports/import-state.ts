import type { ImportDetailFragment, ImportStatus } from '../generated/graphql.ts';

export function isRunning(status: ImportStatus): boolean {
  return status === 'QUEUED' || status === 'RUNNING' || status === 'UNDOING';
}

/** Nothing of it moves any more, and nothing waits for a click. */
export function isOver(status: ImportStatus): boolean {
  return !isRunning(status) && status !== 'PLANNED';
}

/** The dry run reads the whole file in the background; its account is not there yet. */
export function isBeingChecked({ status, plan, missingFields }: CheckedImport): boolean {
  return status === 'PLANNED' && plan === null && missingFields.length === 0;
}

/** 0 to 1. By rows once the dry run has counted them: a small file is read whole before its first row is stored. */
export function shareDone({
  progress,
  account,
  plan,
}: Pick<ImportDetailFragment, 'progress' | 'account' | 'plan'>): number {
  return plan === null || plan.read === 0 ? progress : Math.min(1, account.read / plan.read);
}

type CheckedImport = Pick<ImportDetailFragment, 'status' | 'plan' | 'missingFields'>;
