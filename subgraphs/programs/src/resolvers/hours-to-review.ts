import { isId } from '@teei/runtime/id';
import type { Refused } from '@teei/runtime/refusal';
import { actorOf } from '@teei/runtime/viewer';
import type { ProgramsContext } from '../context.ts';
import { refuseReview } from '../domain/hours/hours-rules.ts';
import type { VolunteerActivityRow } from '../rows/record.ts';
import { VolunteerActivityStore } from '../store/volunteer-activity-store.ts';
import { VolunteerHoursWrites } from '../store/volunteer-hours-writes.ts';

/** The hours as they are, locked until the end of the operation; or why the viewer does not decide upon them. */
export async function hoursToReview(
  context: ProgramsContext,
  seen: readonly { readonly id: string; readonly revision: number }[],
): Promise<VolunteerActivityRow[] | Refused> {
  const tx = await context.tx();
  await new VolunteerHoursWrites(tx).lock();
  const ids = [...new Set(seen.map(({ id }) => id))].filter(isId);
  const found = new Map((await new VolunteerActivityStore(tx).byIds(ids)).map((row) => [row.id, row]));
  for (const { id, revision } of seen) {
    const refusal = refuseReview(found.get(id), revision, actorOf(context.viewer));
    if (refusal) return refusal;
  }
  return [...found.values()];
}
