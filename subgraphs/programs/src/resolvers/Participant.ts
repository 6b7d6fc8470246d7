import type { ParticipantResolvers } from '../generated/resolvers.ts';
import { credentialList } from './credential-list.ts';
import { enrolmentList } from './enrolment-list.ts';
import { sessionList } from './session-list.ts';

/** Participants belong to profile; here they are only keys that lists hang on. */
export const Participant: ParticipantResolvers = {
  __resolveReference: ({ id }) => ({ id }),
  sessions: sessionList('participant'),
  enrolments: enrolmentList('participant'),
  surveyResponses: async ({ id }, _, { loaders }) => [...(await loaders.surveyResponsesOf.load(id))],
  credentials: credentialList,
};
