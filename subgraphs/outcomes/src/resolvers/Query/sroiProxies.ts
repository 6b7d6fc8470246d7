import type { QueryResolvers } from '../../generated/resolvers.ts';
import { SroiProxyStore } from '../../store/sroi-proxy-store.ts';

export const sroiProxies: QueryResolvers['sroiProxies'] = async (_, __, context) =>
  new SroiProxyStore(await context.tx()).all();
