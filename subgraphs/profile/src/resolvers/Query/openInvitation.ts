import type { QueryResolvers } from '../../generated/resolvers.ts';
import { InvitationStore } from '../../store/invitation-store.ts';

export const openInvitation: QueryResolvers['openInvitation'] = async (_, { tokenHash }, { tx }) =>
  (await new InvitationStore(await tx()).lockOpen(tokenHash)) ?? null;
