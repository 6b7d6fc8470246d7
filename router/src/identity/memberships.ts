import type { Database } from '@teei/runtime/database';
import { type Role, roles } from '@teei/runtime/viewer';
import { TrustedCache } from './trusted-cache.ts';

export interface Membership {
  readonly memberId: string;
  readonly companyId: string;
  readonly role: Role;
}

/** Who belongs to which companies, from the database, the longest membership first. */
export interface Memberships {
  of(userId: string): Promise<readonly Membership[]>;
  forget(): void;
}

export function createMemberships(database: Database, isWatched: () => boolean): Memberships {
  const cache = new TrustedCache<readonly Membership[]>(isWatched);
  const read = async (userId: string): Promise<readonly Membership[] | undefined> => {
    const { rows } = await database.pool.query<Row>({
      name: 'identity-memberships',
      text: 'SELECT id, company_id, role FROM profile.member WHERE user_id = $1 ORDER BY joined_at, id',
      values: [userId],
    });
    return rows.length === 0 ? undefined : rows.map(fromRow);
  };
  return {
    of: async (userId) => (await cache.read(userId, read)) ?? [],
    forget: () => cache.clear(),
  };
}

interface Row {
  readonly id: string;
  readonly company_id: string;
  readonly role: string;
}

function fromRow(row: Row): Membership {
  const role = roles.find((one) => one === row.role);
  if (!role) throw new Error(`membership ${row.id} has an unknown role`);
  return { memberId: row.id, companyId: row.company_id, role };
}
