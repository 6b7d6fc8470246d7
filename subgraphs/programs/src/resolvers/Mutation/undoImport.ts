import type { MutationResolvers } from '../../generated/resolvers.ts';
import { takeImportStep } from '../import-step.ts';

export const undoImport: MutationResolvers['undoImport'] = (_, { id }, context) =>
  takeImportStep(context, id, {
    from: ['COMPLETED', 'CANCELLED', 'FAILED'],
    to: 'UNDOING',
    work: 'undo',
    refusal: 'This import cannot be undone now.',
  });
