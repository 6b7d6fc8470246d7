import type { QueryResolvers } from '../../generated/resolvers.ts';
import { MemberStore } from '../../store/member-store.ts';
import { newestFirst } from '../newest-first.ts';

export const members: QueryResolvers['members'] = (_, args, { tx }) =>
  newestFirst(args, async () => new MemberStore(await tx()));
