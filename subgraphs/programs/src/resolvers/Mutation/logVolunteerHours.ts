import { newId } from '@teei/runtime/id';
import { refused } from '@teei/runtime/refusal';
import { actorOf } from '@teei/runtime/viewer';
import { refuseHours, shortText, volunteerAddress } from '../../domain/hours/hours-rules.ts';
import { recordHash } from '../../domain/records/record-hash.ts';
import type { LogVolunteerHoursInput, MutationResolvers } from '../../generated/resolvers.ts';
import { VolunteerHoursWrites } from '../../store/volunteer-hours-writes.ts';
import { hoursSaved } from '../hours-saved.ts';

export const logVolunteerHours: MutationResolvers['logVolunteerHours'] = async (_, { input }, context) => {
  const refusal = refuseHours({ hours: input.hours, activityDate: new Date(input.activityDate) }, new Date());
  if (refusal) return refusal;
  const email = volunteerAddress(input.volunteerEmail);
  if (email === undefined) {
    return refused('VOLUNTEER_EMAIL_NOT_USABLE', 'This is no e-mail address.', 'Give the address of the volunteer.');
  }
  const texts = textsOf(input);
  if (!texts)
    return refused('TEXT_TOO_LONG', 'A text is too long.', 'Use 200 characters, and 4,000 for what was done.');
  const { companyId } = context.tenant;
  const people = { participants: [], volunteers: [email], system: 'volunteering', importId: null };
  const { volunteers } = await context.directory.resolve(companyId, people);
  const hours = {
    id: newId(),
    volunteerId: volunteers.get(email) ?? '',
    activityDate: new Date(input.activityDate).toISOString(),
    hours: input.hours,
    ...texts,
  };
  const writes = new VolunteerHoursWrites(await context.tx());
  await writes.lock();
  await writes.log(hours, recordHash([email, hours.activityDate, hours.hours, texts]), actorOf(context.viewer));
  return hoursSaved(context, 'hours.logged', [hours.id]);
};

/** Undefined when one of them is too long. */
function textsOf({ activityType, organisation, location, description }: LogVolunteerHoursInput) {
  const [type, ngoName, place, done] = [
    shortText(activityType),
    shortText(organisation),
    shortText(location),
    shortText(description, 4_000),
  ];
  if (type === undefined || ngoName === undefined || place === undefined || done === undefined) return undefined;
  return { activityType: type, ngoName, location: place, description: done };
}
