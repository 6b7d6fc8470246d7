import type { MutationResolvers } from '../../generated/resolvers.ts';
import { mergePeople } from '../merge-people.ts';

export const mergeParticipants: MutationResolvers['mergeParticipants'] = async (_, { input }, context) => {
  const merge = await mergePeople(context, 'PARTICIPANT', input);
  if ('code' in merge) return merge;
  const participant = await context.loaders.participant.load(merge.keptId);
  if (!participant) throw new Error('a participant who was locked is not there');
  return { __typename: 'ParticipantsMerged', merge, participant };
};
