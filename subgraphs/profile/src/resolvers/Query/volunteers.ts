import { newestFirst } from '@teei/runtime/newest-first';
import type { QueryResolvers } from '../../generated/resolvers.ts';
import { VolunteerStore } from '../../store/volunteer-store.ts';

export const volunteers: QueryResolvers['volunteers'] = (_, args, { tx }) =>
  newestFirst(args, async () => new VolunteerStore(await tx()));
