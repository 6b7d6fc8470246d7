import { actorOf } from '@teei/runtime/viewer';
import { refuseHours, refuseReason } from '../../domain/hours/hours-rules.ts';
import type { MutationResolvers } from '../../generated/resolvers.ts';
import { VolunteerHoursWrites } from '../../store/volunteer-hours-writes.ts';
import { hoursSaved } from '../hours-saved.ts';
import { hoursToReview } from '../hours-to-review.ts';

export const correctVolunteerHours: MutationResolvers['correctVolunteerHours'] = async (_, { input }, context) => {
  const { id, revision, hours } = input;
  const [reason, activityDate] = [input.reason.trim(), new Date(input.activityDate)];
  const refusal = refuseHours({ hours, activityDate }, new Date()) ?? refuseReason(reason);
  if (refusal) return refusal;
  const found = await hoursToReview(context, [{ id, revision }]);
  if (!Array.isArray(found)) return found;
  await new VolunteerHoursWrites(await context.tx()).decide([id], {
    kind: 'CORRECTED',
    status: 'APPROVED',
    actor: actorOf(context.viewer),
    reason,
    hours,
    activityDate: activityDate.toISOString(),
  });
  return hoursSaved(context, 'hours.corrected', [id]);
};
