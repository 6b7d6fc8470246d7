import type { MutationResolvers } from '../../generated/resolvers.ts';
import { mergePeople } from '../merge-people.ts';

export const mergeVolunteers: MutationResolvers['mergeVolunteers'] = async (_, { input }, context) => {
  const merge = await mergePeople(context, 'VOLUNTEER', input);
  if ('code' in merge) return merge;
  const volunteer = await context.loaders.volunteer.load(merge.keptId);
  if (!volunteer) throw new Error('a volunteer who was locked is not there');
  return { __typename: 'VolunteersMerged', merge, volunteer };
};
