import { newestFirst } from '@teei/runtime/newest-first';
import type { QueryResolvers } from '../../generated/resolvers.ts';
import { ParticipantStore } from '../../store/participant-store.ts';

export const participants: QueryResolvers['participants'] = (_, args, { tx }) =>
  newestFirst(args, async () => new ParticipantStore(await tx()));
