import { newestFirst } from '@teei/runtime/newest-first';
import type { QueryResolvers } from '../../generated/resolvers.ts';
import { MemberStore } from '../../store/member-store.ts';

export const members: QueryResolvers['members'] = (_, args, { tx }) =>
  newestFirst(args, async () => new MemberStore(await tx()));
