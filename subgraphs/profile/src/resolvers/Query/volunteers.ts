import type { QueryResolvers } from '../../generated/resolvers.ts';
import { VolunteerStore } from '../../store/volunteer-store.ts';
import { newestFirst } from '../newest-first.ts';

export const volunteers: QueryResolvers['volunteers'] = (_, args, { tx }) =>
  newestFirst(args, async () => new VolunteerStore(await tx()));
