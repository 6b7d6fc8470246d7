import type { TrustedIssuerResolvers } from '../generated/resolvers.ts';
import { reference } from './reference.ts';

export const TrustedIssuer: TrustedIssuerResolvers = { __resolveReference: reference('trustedIssuer') };
