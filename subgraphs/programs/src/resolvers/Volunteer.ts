import type { VolunteerResolvers } from '../generated/resolvers.ts';
import { sessionList } from './session-list.ts';

/** Volunteers belong to profile; here they are only keys that lists hang on. */
export const Volunteer: VolunteerResolvers = {
  __resolveReference: ({ id }) => ({ id }),
  sessions: sessionList('volunteer'),
};
