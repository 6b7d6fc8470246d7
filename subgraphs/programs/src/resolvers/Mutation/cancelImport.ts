import { isId } from '@teei/runtime/id';
import { refused } from '@teei/runtime/refusal';
import { importProgressed } from '../../events/index.ts';
import type { MutationResolvers } from '../../generated/resolvers.ts';
import { ImportStore } from '../../store/import-store.ts';
import { importNotFound } from '../import-step.ts';

export const cancelImport: MutationResolvers['cancelImport'] = async (_, { id }, context) => {
  const tx = await context.tx();
  const imports = new ImportStore(tx);
  const found = isId(id) ? await imports.lock(id) : undefined;
  if (!found) return importNotFound();
  if (found.status !== 'RUNNING' && found.status !== 'QUEUED') {
    return refused(
      'IMPORT_WRONG_STATE',
      `Only a running import can be cancelled. It is ${found.status}.`,
      'Nothing is left to stop.',
    );
  }
  // A queued import has no batch in hand; a running one stops itself after the batch that it is storing.
  if (found.status === 'QUEUED') await imports.setStatus(id, 'CANCELLED');
  else await imports.askCancel(id);
  await context.outbox.append(tx, importProgressed, [{ subject: id, data: { importId: id } }]);
  const now = await imports.byId(id);
  return { __typename: 'ImportChanged', import: now ?? found };
};
