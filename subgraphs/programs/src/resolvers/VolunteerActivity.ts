import { actorOf } from '@teei/runtime/viewer';
import type { VolunteerActivityResolvers } from '../generated/resolvers.ts';
import { reference } from './reference.ts';

export const VolunteerActivity: VolunteerActivityResolvers = {
  __resolveReference: reference('volunteerActivity'),
  volunteer: async ({ volunteerId }, _, { loaders }) => ({ id: await loaders.shownPerson.load(volunteerId) }),
  organisation: ({ ngoName }) => ngoName,
  origin: ({ loggedBy }) => (loggedBy === null ? 'FILE' : 'MEMBER'),
  isOwn: ({ loggedBy }, _, { viewer }) => loggedBy === actorOf(viewer),
  isInSession: ({ inSession }) => inSession,
  history: async ({ id }, _, { loaders }) => [...(await loaders.changesOfActivity.load(id))],
};
