import type { SroiProxyResolvers } from '../generated/resolvers.ts';
import { reference } from './reference.ts';

export const SroiProxy: SroiProxyResolvers = { __resolveReference: reference('sroiProxy') };
