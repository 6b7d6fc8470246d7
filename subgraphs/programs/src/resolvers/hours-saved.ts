import type { ProgramsContext } from '../context.ts';
import { recordNews } from '../jobs/record-news.ts';
import type { VolunteerActivityRow } from '../rows/record.ts';
import { VolunteerActivityStore } from '../store/volunteer-activity-store.ts';
import { volunteerActivityWrites } from '../store/volunteer-activity-writes.ts';
import { tellAudited } from './tell-audited.ts';

/** Tells of hours that a member logged or decided upon, in the audit log and to whoever counts them, and answers them as they are now. */
export async function hoursSaved(
  context: ProgramsContext,
  action: 'hours.logged' | 'hours.approved' | 'hours.corrected' | 'hours.declined',
  ids: readonly string[],
): Promise<{ __typename: 'VolunteerHoursSaved'; activities: VolunteerActivityRow[] }> {
  const tx = await context.tx();
  const activities = await new VolunteerActivityStore(tx).byIds(ids);
  const revisions = new Map(activities.map(({ id, revision }) => [id, revision]));
  const versions = (await volunteerActivityWrites.read(tx, ids)).map(({ row }) => ({
    row,
    revision: revisions.get(row.id) ?? 1,
  }));
  const told = recordNews.VOLUNTEER_ACTIVITY;
  await (action === 'hours.logged' ? told.recorded : told.corrected)(context, tx, versions);
  for (const { id, hours, status } of activities) {
    await tellAudited(context, { action, target: id, detail: { hours, status } });
  }
  return { __typename: 'VolunteerHoursSaved', activities };
}
