import { connectionOf, pageOf } from '@teei/runtime/connection';
import type { ProviderLinkResolvers } from '../generated/resolvers.ts';
import { reference } from './reference.ts';

export const ProviderLink: ProviderLinkResolvers = {
  __resolveReference: reference('providerLink'),
  tokenUrl: ({ settings }) => settings.tokenUrl ?? null,
  clientId: ({ settings }) => settings.clientId ?? null,
  recordsPath: ({ settings }) => settings.recordsPath ?? null,
  lastRun: async ({ id }, _, { loaders }) => {
    const [newest] = await loaders.providerRunsOf(pageOf({ first: 1 }, 'id')).load(id);
    return newest ?? null;
  },
  runs: async ({ id }, args, { loaders }) => {
    const page = pageOf(args, 'id');
    const rows = await loaders.providerRunsOf(page).load(id);
    const count = async (): Promise<number> => (await loaders.providerRunCount.load(id))?.count ?? 0;
    return connectionOf(rows, page, (row) => [row.id], count);
  },
};
