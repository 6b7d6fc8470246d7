import type { QueryResolvers } from '../../generated/resolvers.ts';
import { SroiAccountStore } from '../../store/sroi-account-store.ts';

export const sroiAccount: QueryResolvers['sroiAccount'] = async (_, __, context) =>
  new SroiAccountStore(await context.tx()).find();
