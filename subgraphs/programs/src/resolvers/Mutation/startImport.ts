import { refused } from '@teei/runtime/refusal';
import type { MutationResolvers } from '../../generated/resolvers.ts';
import { takeImportStep, uploadRemoved } from '../import-step.ts';

export const startImport: MutationResolvers['startImport'] = (_, { id }, context) =>
  takeImportStep(context, id, {
    from: ['PLANNED', 'CANCELLED', 'FAILED'],
    to: 'QUEUED',
    work: 'run',
    refusal: 'This import cannot be started now.',
    check: ({ missingFields, uploadRemoved: isRemoved, failureCode }) => {
      if (failureCode === 'UNDO_INTERRUPTED') return halfUndone();
      if (isRemoved) return uploadRemoved();
      if (missingFields.length === 0) return undefined;
      return refused(
        'IMPORT_FIELDS_MISSING',
        `No column is matched to ${missingFields.join(', ')}.`,
        'Match a column to each of these fields, then start.',
      );
    },
  });

function halfUndone() {
  return refused(
    'IMPORT_HALF_UNDONE',
    'This import was taken back in part.',
    'Take it back again, then import the file anew.',
  );
}
