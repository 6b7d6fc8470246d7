import type { MutationResolvers } from '../../generated/resolvers.ts';
import { MemberSettingStore } from '../../store/member-setting-store.ts';
import { ownMember } from '../own-member.ts';

export const dismissFirstSteps: MutationResolvers['dismissFirstSteps'] = async (_, { dismissed }, context) => {
  await new MemberSettingStore(await context.tx(), ownMember(context)).dismissFirstSteps(dismissed);
  return { dismissed };
};
