import { isId } from '@teei/runtime/id';
import { type Refused, refused } from '@teei/runtime/refusal';
import type { ProgramsContext } from '../context.ts';
import { importProgressed, importRequested } from '../events/index.ts';
import type { ImportRow, ImportStatus } from '../rows/import.ts';
import { ImportStore } from '../store/import-store.ts';

interface Step {
  /** In which states the step may be taken. */
  readonly from: readonly ImportStatus[];
  readonly to: ImportStatus;
  readonly work: 'run' | 'undo';
  readonly refusal: string;
  readonly check?: (found: ImportRow) => Refused | undefined;
}

/** Moves an import to its next state and asks for the work, in one transaction. */
export async function takeImportStep(
  context: ProgramsContext,
  id: string,
  step: Step,
): Promise<{ __typename: 'ImportChanged'; import: ImportRow } | Refused> {
  const tx = await context.tx();
  const imports = new ImportStore(tx);
  const found = isId(id) ? await imports.lock(id) : undefined;
  if (!found) return importNotFound();
  if (!step.from.includes(found.status)) {
    return refused(
      'IMPORT_WRONG_STATE',
      `${step.refusal} It is ${found.status}.`,
      'Look at its state and choose a step that fits it.',
    );
  }
  const problem = step.check?.(found);
  if (problem) return problem;
  await imports.setStatus(id, step.to);
  await context.outbox.append(tx, importProgressed, [{ subject: id, data: { importId: id } }]);
  await context.outbox.append(tx, importRequested, [{ subject: id, data: { importId: id, work: step.work } }]);
  return { __typename: 'ImportChanged', import: { ...found, status: step.to } };
}

export function importNotFound(): Refused {
  return refused('IMPORT_NOT_FOUND', 'There is no such import.', 'Look it up in the list of imports.');
}

export function uploadRemoved(): Refused {
  return refused('UPLOAD_REMOVED', 'The file of this import is no longer kept.', 'Upload the file again.');
}
