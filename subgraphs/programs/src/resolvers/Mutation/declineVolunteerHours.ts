import { refused } from '@teei/runtime/refusal';
import { actorOf } from '@teei/runtime/viewer';
import { refuseReason } from '../../domain/hours/hours-rules.ts';
import type { MutationResolvers } from '../../generated/resolvers.ts';
import { VolunteerHoursWrites } from '../../store/volunteer-hours-writes.ts';
import { hoursSaved } from '../hours-saved.ts';
import { hoursToReview } from '../hours-to-review.ts';

export const declineVolunteerHours: MutationResolvers['declineVolunteerHours'] = async (_, { input }, context) => {
  const { id, revision } = input;
  const reason = input.reason.trim();
  const refusal = refuseReason(reason);
  if (refusal) return refusal;
  const found = await hoursToReview(context, [{ id, revision }]);
  if (!Array.isArray(found)) return found;
  if (found[0]?.status === 'DECLINED') {
    return refused('HOURS_ALREADY_DECLINED', 'These hours are declined already.', 'There is nothing more to do.');
  }
  await new VolunteerHoursWrites(await context.tx()).decide([id], {
    kind: 'DECLINED',
    status: 'DECLINED',
    actor: actorOf(context.viewer),
    reason,
    hours: null,
    activityDate: null,
  });
  return hoursSaved(context, 'hours.declined', [id]);
};
