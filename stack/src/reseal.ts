import type { Database, DatabaseRole } from '@teei/runtime/database';
import { SealBroken, type Sealer } from '@teei/runtime/sealed-secret';
import { inTenant, type TenantTransaction } from '@teei/runtime/tenant-transaction';
import { serviceViewer } from '@teei/runtime/viewer';

export interface Resealed {
  readonly resealed: number;
  readonly current: number;
  /** Sealed with a secret that was not named. They are left as they are. */
  readonly broken: number;
}

/** Where sealed secrets are kept, with the role that may touch them. A test compares this with the tables that there are. */
export const sealedColumns = [
  {
    role: 'teei_programs',
    table: 'programs.provider_connection',
    column: 'secret',
    read: (tx) => tx.sql`SELECT id, secret AS sealed FROM programs.provider_connection ORDER BY id FOR UPDATE`,
    write: (tx, id, sealed) => tx.sql`UPDATE programs.provider_connection SET secret = ${sealed} WHERE id = ${id}`,
  },
  {
    role: 'teei_programs',
    table: 'programs.webhook_secret',
    column: 'sealed',
    read: (tx) => tx.sql`SELECT id, sealed FROM programs.webhook_secret ORDER BY id FOR UPDATE`,
    write: (tx, id, sealed) => tx.sql`UPDATE programs.webhook_secret SET sealed = ${sealed} WHERE id = ${id}`,
  },
] as const satisfies readonly SealedColumn[];

interface SealedColumn {
  readonly role: DatabaseRole;
  readonly table: string;
  readonly column: string;
  read(tx: TenantTransaction): Promise<SealedRow[]>;
  write(tx: TenantTransaction, id: string, sealed: string): Promise<unknown>;
}

interface SealedRow {
  readonly id: string;
  readonly sealed: string;
}

/** Company by company, each in a transaction of its own: row-level security holds for this command too. */
export async function resealAll(open: (role: DatabaseRole) => Database, sealer: Sealer): Promise<Resealed> {
  const total = { resealed: 0, current: 0, broken: 0 };
  const companies = await companyIds(open('teei_identity'));
  for (const column of sealedColumns) {
    const database = open(column.role);
    for (const companyId of companies) {
      const found = await inTenant(database, serviceViewer('secrets', companyId), (tx) =>
        resealColumn(tx, column, sealer),
      );
      for (const each of ['resealed', 'current', 'broken'] as const) total[each] += found[each];
    }
    await database.close();
  }
  return total;
}

async function companyIds(identity: Database): Promise<string[]> {
  const { rows } = await identity.pool.query<{ id: string }>('SELECT id FROM profile.company ORDER BY id');
  await identity.close();
  return rows.map(({ id }) => id);
}

async function resealColumn(tx: TenantTransaction, column: SealedColumn, sealer: Sealer): Promise<Resealed> {
  const found = { resealed: 0, current: 0, broken: 0 };
  for (const { id, sealed } of await column.read(tx)) {
    const outcome = reseal(sealer, sealed, { companyId: tx.companyId, table: column.table, id });
    if (outcome.kind === 'resealed') await column.write(tx, id, outcome.sealed);
    found[outcome.kind]++;
  }
  return found;
}

type Outcome = { readonly kind: 'resealed'; readonly sealed: string } | { readonly kind: 'current' | 'broken' };

function reseal(sealer: Sealer, sealed: string, place: Parameters<Sealer['open']>[1]): Outcome {
  try {
    const plain = sealer.open(sealed, place);
    return sealer.isCurrent(sealed) ? { kind: 'current' } : { kind: 'resealed', sealed: sealer.seal(plain, place) };
  } catch (error) {
    if (error instanceof SealBroken) return { kind: 'broken' };
    throw error;
  }
}
