import { newId } from '@teei/runtime/id';
import type { JwtOptions } from 'better-auth/plugins';
import type { PrismaClient } from '../../../prisma/generated/identity/client/client.ts';

/**
 * Keeps the keys that sign machine tokens. Private keys arrive here encrypted with the identity secret. Algorithm and
 * curve are always the same, so the table has no columns for them.
 */
export function createKeyStore(prisma: PrismaClient): NonNullable<JwtOptions['adapter']> {
  return {
    getJwks: async () =>
      (await prisma.authJwks.findMany()).map(({ expiresAt, ...key }) => ({
        ...key,
        ...(expiresAt ? { expiresAt } : {}),
      })),
    createJwk: async ({ publicKey, privateKey, createdAt, expiresAt }) => {
      const data = { id: newId(), publicKey, privateKey, createdAt, expiresAt: expiresAt ?? null };
      await prisma.authJwks.create({ data });
      return { id: data.id, publicKey, privateKey, createdAt, ...(expiresAt ? { expiresAt } : {}) };
    },
  };
}
