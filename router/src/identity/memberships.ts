import type { Database } from '@teei/runtime/database';
import { type Role, roles } from '@teei/runtime/viewer';
import { TrustedCache } from './trusted-cache.ts';

export interface Membership {
  readonly memberId: string;
  readonly companyId: string;
  readonly role: Role;
  /** The person's own company of made-up data. */
  readonly isDemo: boolean;
  /** Sessions from before do not open the company any more. */
  readonly sessionsEndBefore: Date | null;
}

/** Who belongs to which companies, from the database, the longest membership first and a demo last. */
export interface Memberships {
  of(userId: string): Promise<readonly Membership[]>;
  /** As `of`, of now: for a company that was not among those that are remembered, since it may be new. */
  ofNow(userId: string): Promise<readonly Membership[]>;
  forget(): void;
}

export function createMemberships(database: Database, isWatched: () => boolean): Memberships {
  const cache = new TrustedCache<readonly Membership[]>(isWatched);
  const read = async (userId: string): Promise<readonly Membership[] | undefined> => {
    const { rows } = await database.pool.query<Row>({
      name: 'identity-memberships',
      text: `SELECT m.id, m.company_id, m.role, m.sessions_end_before, c.demo_of IS NOT NULL AS is_demo
        FROM profile.member m JOIN profile.company c ON c.id = m.company_id
        WHERE m.user_id = $1 ORDER BY c.demo_of IS NOT NULL, m.joined_at, m.id`,
      values: [userId],
    });
    // A demo opens for as long as a company proper does: who was removed there is nobody here.
    return rows.every((row) => row.is_demo) ? undefined : rows.map(fromRow);
  };
  return {
    of: async (userId) => (await cache.read(userId, read)) ?? [],
    ofNow: async (userId) => {
      cache.delete(userId);
      return (await cache.read(userId, read)) ?? [];
    },
    forget: () => cache.clear(),
  };
}

interface Row {
  readonly id: string;
  readonly company_id: string;
  readonly role: string;
  readonly is_demo: boolean;
  readonly sessions_end_before: Date | null;
}

function fromRow(row: Row): Membership {
  const role = roles.find((one) => one === row.role);
  if (!role) throw new Error(`membership ${row.id} has an unknown role`);
  return {
    memberId: row.id,
    companyId: row.company_id,
    role,
    isDemo: row.is_demo,
    sessionsEndBefore: row.sessions_end_before,
  };
}
