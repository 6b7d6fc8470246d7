import type { Database } from '@teei/runtime/database';
import { inTenant, type TenantTransaction } from '@teei/runtime/tenant-transaction';
import type { TenantViewer } from '@teei/runtime/viewer';

/** What companies may ask for in operations of their own: so many units of cost a day, in every router together. */
export interface QuerySpending {
  /** Units for each company from midnight to midnight UTC. */
  readonly daily: number;
  /** Spends these units, unless the day's would not suffice; then none are spent. */
  spend(viewer: TenantViewer, units: number): Promise<Spent>;
}

export interface Spent {
  readonly isRefused: boolean;
  /** Of today, with these units where they were not refused. */
  readonly today: number;
}

export function createQuerySpending(database: Database, daily: number): QuerySpending {
  return {
    daily,
    spend: (viewer, units) =>
      inTenant(database, viewer, async (tx) => {
        const after = units <= daily ? await add(tx, units, daily) : undefined;
        if (after !== undefined) return { isRefused: false, today: after };
        return { isRefused: true, today: await spentToday(tx) };
      }),
  };
}

/** Of two at the same moment the second waits here for the first, so both together never spend more. */
async function add(tx: TenantTransaction, units: number, daily: number): Promise<number | undefined> {
  const [row] = await tx.sql<{ units: number }>`
    INSERT INTO identity.query_spending AS s (company_id, day, units)
    VALUES (${tx.companyId}, (now() AT TIME ZONE 'UTC')::date, ${units}::int)
    ON CONFLICT (company_id, day) DO UPDATE SET units = s.units + excluded.units
    WHERE s.units + excluded.units <= ${daily}::int RETURNING units`;
  return row?.units;
}

async function spentToday(tx: TenantTransaction): Promise<number> {
  const [row] = await tx.sql<{ units: number }>`
    SELECT units FROM identity.query_spending
    WHERE company_id = ${tx.companyId} AND day = (now() AT TIME ZONE 'UTC')::date`;
  return row?.units ?? 0;
}
