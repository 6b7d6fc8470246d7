import { newestFirst } from '@teei/runtime/newest-first';
import type { QueryResolvers } from '../../generated/resolvers.ts';
import { InvitationStore } from '../../store/invitation-store.ts';

export const invitations: QueryResolvers['invitations'] = (_, args, { tx }) =>
  newestFirst(args, async () => new InvitationStore(await tx()));
