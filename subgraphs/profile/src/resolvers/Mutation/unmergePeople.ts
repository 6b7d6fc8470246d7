import type { MutationResolvers } from '../../generated/resolvers.ts';
import { unmergePeople as unmerge } from '../merge-people.ts';

export const unmergePeople: MutationResolvers['unmergePeople'] = async (_, { mergeId }, context) => {
  const merge = await unmerge(context, mergeId);
  return 'code' in merge ? merge : { __typename: 'PeopleUnmerged', merge };
};
