import { prismaInTransaction } from '@teei/runtime/prisma-in-transaction';
import { type Prisma, PrismaClient } from '../../../../prisma/generated/profile/client/client.ts';

/** Prisma on this subgraph's tables, inside a tenant transaction. */
export const withPrisma = prismaInTransaction<Prisma.TransactionClient>((options) => new PrismaClient(options));
