import type { Page } from '@teei/runtime/connection';
import type { TenantTransaction } from '@teei/runtime/tenant-transaction';
import type { GroupMember } from '../rows/group.ts';
import type { DimensionName } from '../rows/metric.ts';

export interface ChangeCounts {
  readonly dimension: DimensionName;
  /** Null for all programmes together. */
  readonly programmeId: string | null;
  readonly people: number;
  readonly before: number;
  readonly after: number;
  readonly mean: number;
  readonly deviation: number | null;
}

/** Differences of matched pairs (docs/adr/0024), by dimension: of all together, and of each programme. */
export function changeCounts(tx: TenantTransaction): Promise<ChangeCounts[]> {
  return tx.sql<ChangeCounts>`
    SELECT dimension, programme_id AS "programmeId", count(*) AS people, avg(before)::float8 AS before, avg(after)::float8 AS after,
      avg(after - before)::float8 AS mean, stddev_samp(after - before)::float8 AS deviation
    FROM outcomes.matched_pair(${tx.companyId}) GROUP BY dimension, programme_id ORDER BY dimension, programme_id`;
}

/** Who is in the pairs of these programmes, or of all together (ALL); the same page of each. */
export function changeMembers(
  tx: TenantTransaction,
  dimension: string,
  keys: readonly string[],
  page: Page<readonly string[] & { length: 1 }>,
): Promise<GroupMember[]> {
  const [after] = page.after ?? [null];
  return tx.sql<GroupMember>`
    SELECT key, participant_id AS id FROM (
      SELECT coalesce(programme_id::text, 'ALL') AS key, participant_id,
        row_number() OVER (PARTITION BY programme_id ORDER BY participant_id) AS place
      FROM outcomes.matched_pair(${tx.companyId})
      WHERE dimension = ${dimension} AND coalesce(programme_id::text, 'ALL') = ANY (${keys}::text[])
        AND (${after}::uuid IS NULL OR participant_id > ${after}::uuid)
    ) AS listed WHERE place <= ${page.size + 1} ORDER BY key, id`;
}
