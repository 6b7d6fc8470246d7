import { isLoopbackHost, isPublicRoutableHost } from '@better-auth/core/utils/host';
import { discoverOIDCConfig } from '@better-auth/sso';
import { newId } from '@teei/runtime/id';
import type { Sealer } from '@teei/runtime/sealed-secret';
import { z } from 'zod';
import type { PrismaClient } from '../../../prisma/generated/identity/client/client.ts';
import { withSecretSealed } from './sealed-providers.ts';

/** A company's own OpenID Connect provider, for everybody whose address is in `domain`. */
export interface SsoRegistration {
  readonly companyId: string;
  /** Such as `acme.example`. Whoever calls has made sure that it is the company's: there is no check by DNS. */
  readonly domain: string;
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly scopes?: readonly string[];
}

export interface RegisteredSso {
  readonly providerId: string;
  /** What the company enters at its provider as redirect URI. */
  readonly redirectUri: string;
}

/**
 * Reads the provider's discovery document and keeps what sign-in needs, with the client's secret sealed. Registering a domain again replaces its provider.
 * Throws when the provider cannot be read, or the domain is another company's.
 */
export async function registerSsoProvider(
  prisma: PrismaClient,
  { baseUrl, trustLocal, sealer }: { readonly baseUrl: string; readonly trustLocal: boolean; readonly sealer: Sealer },
  registration: SsoRegistration,
): Promise<RegisteredSso> {
  const { companyId, domain, issuer, clientId, clientSecret, scopes } = registrationSchema.parse(registration);
  const known = await prisma.authSsoProvider.findUnique({ where: { providerId: domain } });
  if (known && known.organizationId !== companyId)
    throw new Error(`the domain ${domain} has a provider of another company`);
  const found = await discoverOIDCConfig({ issuer, isTrustedOrigin: (url) => mayBeCalled(url, trustLocal) });
  const id = known?.id ?? newId();
  const plain = JSON.stringify({ ...found, clientId, clientSecret, scopes, pkce: true, overrideUserInfo: false });
  const oidcConfig = withSecretSealed(sealer, { id, organizationId: companyId }, plain);
  const provider = { issuer: found.issuer, domain, oidcConfig, organizationId: companyId, domainVerified: true };
  await prisma.authSsoProvider.upsert({
    where: { providerId: domain },
    create: { id, providerId: domain, ...provider },
    update: provider,
  });
  return { providerId: domain, redirectUri: `${baseUrl}/api/auth/sso/callback/${domain}` };
}

/** A provider speaks for addresses of its own domain and for no others. */
export function mayVouchFor(domain: string, email: string): boolean {
  const of = email.slice(email.lastIndexOf('@') + 1).toLowerCase();
  return of === domain || of.endsWith(`.${domain}`);
}

/** Origins of the registered providers that are on this machine. */
export async function localProviderOrigins(prisma: PrismaClient): Promise<string[]> {
  const providers = await prisma.authSsoProvider.findMany({ select: { issuer: true } });
  return providers
    .map(({ issuer }) => new URL(issuer))
    .filter(({ hostname }) => isLoopbackHost(hostname))
    .map(({ origin }) => origin);
}

const registrationSchema = z.object({
  companyId: z.uuid(),
  domain: z
    .string()
    .toLowerCase()
    .regex(/^([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}$/),
  issuer: z.url(),
  clientId: z.string().min(1),
  clientSecret: z.string().min(1),
  scopes: z.array(z.string()).default(['openid', 'email', 'profile']),
});

function mayBeCalled(url: string, trustLocal: boolean): boolean {
  const { protocol, hostname } = new URL(url);
  return (protocol === 'https:' && isPublicRoutableHost(hostname)) || (trustLocal && isLoopbackHost(hostname));
}
