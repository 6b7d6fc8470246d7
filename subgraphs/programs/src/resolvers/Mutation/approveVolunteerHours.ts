import { refused } from '@teei/runtime/refusal';
import { actorOf } from '@teei/runtime/viewer';
import { mostAtOnce } from '../../domain/hours/hours-rules.ts';
import type { MutationResolvers } from '../../generated/resolvers.ts';
import { VolunteerHoursWrites } from '../../store/volunteer-hours-writes.ts';
import { hoursSaved } from '../hours-saved.ts';
import { hoursToReview } from '../hours-to-review.ts';

export const approveVolunteerHours: MutationResolvers['approveVolunteerHours'] = async (_, { activities }, context) => {
  if (activities.length === 0 || activities.length > mostAtOnce) {
    return refused('TOO_MANY_AT_ONCE', 'Approve 1 to 100 entries at a time.', 'Choose fewer, and go on after that.');
  }
  const found = await hoursToReview(context, activities);
  if (!Array.isArray(found)) return found;
  const waiting = found.flatMap(({ id, status }) => (status === 'APPROVED' ? [] : id));
  if (waiting.length === 0) return { __typename: 'VolunteerHoursSaved', activities: found };
  const decision = { actor: actorOf(context.viewer), reason: null, hours: null, activityDate: null };
  await new VolunteerHoursWrites(await context.tx()).decide(waiting, {
    kind: 'APPROVED',
    status: 'APPROVED',
    ...decision,
  });
  return hoursSaved(context, 'hours.approved', waiting);
};
