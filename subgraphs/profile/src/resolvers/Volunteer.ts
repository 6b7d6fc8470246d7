import type { VolunteerResolvers } from '../generated/resolvers.ts';
import { reference } from './reference.ts';

export const Volunteer: VolunteerResolvers = {
  __resolveReference: reference('volunteer'),
  identities: async ({ id }, _, { loaders }) => [...(await loaders.identitiesOf.VOLUNTEER.load(id))],
  merges: async ({ id }, _, { loaders }) => [...(await loaders.mergesOf.load(id))],
};
