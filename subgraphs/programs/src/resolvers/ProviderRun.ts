import type { ProviderRunResolvers } from '../generated/resolvers.ts';
import { providerFailure } from './provider-failure.ts';
import { reference } from './reference.ts';

export const ProviderRun: ProviderRunResolvers = {
  __resolveReference: reference('providerRun'),
  account: ({ recordsRead, recordsCreated, recordsUpdated, recordsUnchanged, recordsRejected }) => ({
    read: recordsRead,
    created: recordsCreated,
    updated: recordsUpdated,
    unchanged: recordsUnchanged,
    rejected: recordsRejected,
  }),
  failure: ({ errorCode }) => (errorCode === null ? null : providerFailure(errorCode)),
};
