import { AsyncLocalStorage } from 'node:async_hooks';
import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import type { TenantTransaction } from './tenant-transaction.ts';

interface TransactionalClient<Tx> {
  $transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
}

/** Runs Prisma calls on the connection, and so inside the tenant, of a transaction that is already open. */
export type PrismaInTransaction<Tx> = <T>(tx: TenantTransaction, work: (prisma: Tx) => Promise<T>) => Promise<T>;

const current = new AsyncLocalStorage<TenantTransaction>();

/**
 * Makes a Prisma client that has no connection of its own: it works on whichever tenant transaction is handed to it,
 * and refuses outside of one. Prisma's own transaction around each call keeps it from batching the calls of two
 * tenants into one statement.
 */
export function prismaInTransaction<Tx>(
  create: (options: { adapter: PrismaPg }) => TransactionalClient<Tx>,
): PrismaInTransaction<Tx> {
  const prisma = create({ adapter: new PrismaPg(new CurrentTransactionPool()) });
  return (tx, work) => current.run(tx, async () => await prisma.$transaction(work));
}

class CurrentTransactionPool extends pg.Pool {
  // biome-ignore lint/suspicious/noExplicitAny: pg declares nine overloads of connect; Prisma calls the one without arguments.
  override connect(): any {
    const tx = current.getStore();
    if (!tx) return Promise.reject(new Error('Prisma was called outside a tenant transaction'));
    return Promise.resolve(borrowed(tx.client));
  }
}

const transactionControl = new Set(['BEGIN', 'COMMIT', 'ROLLBACK']);
const nothing = { rows: [], fields: [], rowCount: 0, command: '', oid: 0 };

/** The connection of the open transaction; beginning, ending and releasing are left to its owner. */
function borrowed(client: pg.PoolClient): pg.PoolClient {
  return new Proxy(client, {
    get(target, property) {
      if (property === 'release') return () => undefined;
      if (property !== 'query') return Reflect.get(target, property, target);
      return (query: pg.QueryConfig | string, ...rest: unknown[]) => {
        const text = typeof query === 'string' ? query : query.text;
        if (transactionControl.has(text)) return Promise.resolve(nothing);
        return Reflect.apply(target.query, target, [query, ...rest]);
      };
    },
  });
}
