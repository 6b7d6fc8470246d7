import type { Page } from '@teei/runtime/connection';
import type { TenantTransaction } from '@teei/runtime/tenant-transaction';
import type { GroupMember, GroupSource } from '../rows/group.ts';
import { changeMembers } from './change-store.ts';
import { CohortStore } from './cohort-store.ts';
import { funnelMembers } from './funnel-store.ts';

/** Who is in these groups of one reckoning, a page of each in one statement. */
export function groupMembers(
  tx: TenantTransaction,
  source: GroupSource,
  keys: readonly string[],
  page: Page<readonly string[] & { length: 1 }>,
): Promise<GroupMember[]> {
  switch (source.kind) {
    case 'funnel':
      return funnelMembers(tx, source.programmeId, keys, page);
    case 'cohort':
      return new CohortStore(tx, source).peopleOf(keys, page);
    case 'change':
      return changeMembers(tx, source.dimension, keys, page);
  }
}
