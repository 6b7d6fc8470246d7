import type { Viewer } from '@teei/runtime/viewer';
import { GraphQLError } from 'graphql';
import type { PermittedOperation } from '../plan/permitted-operation.ts';
import { refusalError } from '../refusal.ts';

/** One error for each place that was taken out of the operation. */
export function unauthorizedErrors(permitted: PermittedOperation, viewer: Viewer): readonly GraphQLError[] {
  const remedy = viewer.kind === 'anonymous' ? { remedy: 'Sign in, or send an API key.' } : {};
  return permitted.refusedPaths.map((path) => {
    const error = refusalError('UNAUTHORIZED_FIELD_OR_TYPE', 'Not authorised to select this field or type', { path });
    return new GraphQLError(error.message, { path, extensions: { ...error.extensions, ...remedy } });
  });
}
