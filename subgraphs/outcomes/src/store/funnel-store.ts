import type { Page } from '@teei/runtime/connection';
import type { TenantTransaction } from '@teei/runtime/tenant-transaction';
import type { GroupMember } from '../rows/group.ts';

/** How many participants came as far as which step, and no further; the first is 1. */
export function funnelReach(
  tx: TenantTransaction,
  programmeId: string | null,
): Promise<{ reached: number; people: number }[]> {
  return tx.sql<{ reached: number; people: number }>`
    SELECT reached, count(*) AS people FROM outcomes.funnel_reach(${tx.companyId}, ${programmeId}::uuid) GROUP BY reached`;
}

/** Who came to each of these steps (1 is the first) or further; the same page of all of them. */
export function funnelMembers(
  tx: TenantTransaction,
  programmeId: string | null,
  steps: readonly string[],
  page: Page<readonly string[] & { length: 1 }>,
): Promise<GroupMember[]> {
  const [after] = page.after ?? [null];
  return tx.sql<GroupMember>`
    SELECT key, participant_id AS id FROM (
      SELECT step::text AS key, r.participant_id, row_number() OVER (PARTITION BY step ORDER BY r.participant_id) AS place
      FROM unnest(${steps}::int[]) AS step JOIN outcomes.funnel_reach(${tx.companyId}, ${programmeId}::uuid) r ON r.reached >= step
      WHERE ${after}::uuid IS NULL OR r.participant_id > ${after}::uuid
    ) AS listed WHERE place <= ${page.size + 1} ORDER BY key, id`;
}
