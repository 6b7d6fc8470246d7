import { refused } from '@teei/runtime/refusal';
import type { MutationResolvers } from '../../generated/resolvers.ts';
import { takeImportStep, uploadRemoved } from '../import-step.ts';

export const startImport: MutationResolvers['startImport'] = (_, { id }, context) =>
  takeImportStep(context, id, {
    from: ['PLANNED', 'CANCELLED', 'FAILED'],
    to: 'QUEUED',
    work: 'run',
    refusal: 'This import cannot be started now.',
    check: ({ missingFields, uploadRemoved: isRemoved }) => {
      if (isRemoved) return uploadRemoved();
      if (missingFields.length === 0) return undefined;
      return refused(
        'IMPORT_FIELDS_MISSING',
        `No column is matched to ${missingFields.join(', ')}.`,
        'Match a column to each of these fields, then start.',
      );
    },
  });
