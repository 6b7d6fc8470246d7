import type { Sealer, SecretPlace } from '@teei/runtime/sealed-secret';
import { z } from 'zod';
import type { PrismaClient } from '../../../prisma/generated/identity/client/client.ts';

/** What is kept of a provider, as the library reads it. Only the client's secret is one. */
const configSchema = z.looseObject({ clientSecret: z.string() });

export interface ProviderOfCompany {
  readonly id: string;
  readonly organizationId: string | null;
}

/** The configuration with its secret sealed, to be kept. */
export function withSecretSealed(sealer: Sealer, provider: ProviderOfCompany, oidcConfig: string): string {
  const config = configSchema.parse(JSON.parse(oidcConfig));
  return JSON.stringify({ ...config, clientSecret: sealer.seal(config.clientSecret, placeOf(provider)) });
}

/** A client for the library, which sees providers with their secrets opened and writes none. */
export function withSecretsOpened(prisma: PrismaClient, sealer: Sealer) {
  return prisma.$extends({
    result: {
      authSsoProvider: {
        oidcConfig: {
          needs: { id: true, organizationId: true, oidcConfig: true },
          compute: (provider) => withSecretOpened(sealer, provider, provider.oidcConfig),
        },
      },
    },
  });
}

/** Seals what was kept before secrets were sealed, or was sealed with an earlier key. */
export async function sealProviders(prisma: PrismaClient, sealer: Sealer): Promise<void> {
  for (const provider of await prisma.authSsoProvider.findMany()) {
    const { id, oidcConfig } = provider;
    if (oidcConfig === null || isSealedNow(sealer, oidcConfig)) continue;
    const plain = withSecretOpened(sealer, provider, oidcConfig) ?? oidcConfig;
    // Unless it was registered anew meanwhile.
    await prisma.authSsoProvider.updateMany({
      where: { id, oidcConfig },
      data: { oidcConfig: withSecretSealed(sealer, provider, plain) },
    });
  }
}

function withSecretOpened(sealer: Sealer, provider: ProviderOfCompany, oidcConfig: string | null): string | null {
  if (oidcConfig === null) return null;
  const config = configSchema.parse(JSON.parse(oidcConfig));
  if (!isSealed(config.clientSecret)) return oidcConfig;
  return JSON.stringify({ ...config, clientSecret: sealer.open(config.clientSecret, placeOf(provider)) });
}

function isSealedNow(sealer: Sealer, oidcConfig: string): boolean {
  const { clientSecret } = configSchema.parse(JSON.parse(oidcConfig));
  return isSealed(clientSecret) && sealer.isCurrent(clientSecret);
}

/** Rows from before secrets were sealed hold them as they are. */
function isSealed(clientSecret: string): boolean {
  return /^s1\.[0-9a-f]{12}\.[\w-]{16}\.[\w-]+$/.test(clientSecret);
}

function placeOf({ id, organizationId }: ProviderOfCompany): SecretPlace {
  if (organizationId === null) throw new Error(`the provider ${id} belongs to no company`);
  return { companyId: organizationId, table: 'identity.sso_provider', id };
}
