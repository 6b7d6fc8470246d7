import { connectionOf, pageOf } from '@teei/runtime/connection';
import { type Refused, refused } from '@teei/runtime/refusal';
import { formOf } from '../domain/records/record-definitions.ts';
import type { ImportResolvers } from '../generated/resolvers.ts';
import { reference } from './reference.ts';

export const Import: ImportResolvers = {
  __resolveReference: reference('import'),
  fields: ({ kind }) => [...formOf(kind).fields],
  upload: ({ uploadId, uploadRemoved, fileName, byteSize }) =>
    uploadRemoved ? null : { id: uploadId, fileName, byteSize },
  dialect: ({ dialect }) => ({
    encoding: dialect.encoding,
    delimiter: dialect.delimiter,
    decimalComma: dialect.decimalComma,
    dateFormat: dialect.dateFormat,
    byteOrderMark: dialect.bomBytes > 0,
  }),
  account: ({ rowsRead, rowsCreated, rowsUpdated, rowsUnchanged, rowsRejected }) => ({
    read: rowsRead,
    created: rowsCreated,
    updated: rowsUpdated,
    unchanged: rowsUnchanged,
    rejected: rowsRejected,
  }),
  progress: ({ status, bytesRead, byteSize }) =>
    status === 'COMPLETED' ? 1 : Math.min(1, bytesRead / Math.max(1, byteSize)),
  errors: async ({ id }, args, { loaders }) => {
    const page = pageOf(args, 'number', 'number');
    const rows = await loaders.issuesOf(page).load(id);
    const count = async (): Promise<number> => (await loaders.issueCount.load(id))?.count ?? 0;
    return connectionOf(rows, page, ({ line, ordinal }) => [line, ordinal], count);
  },
  errorFileUrl: ({ id, rowsRejected, rowsClearedAt }) =>
    rowsRejected > 0 && rowsClearedAt === null ? `/files/imports/${id}/errors.csv` : null,
  failure: ({ failureCode }) => (failureCode === null ? null : stopped(failureCode)),
};

function stopped(code: string): Refused {
  return code === 'UNDO_INTERRUPTED'
    ? refused(code, 'Taking the import back stopped.', 'Take it back again: it goes on where it stopped.')
    : refused(code, 'The import stopped.', 'Start it again: it goes on from the last row that was stored.');
}
