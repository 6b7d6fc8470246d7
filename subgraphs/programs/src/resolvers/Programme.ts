import type { ProgrammeResolvers } from '../generated/resolvers.ts';
import { enrolmentList } from './enrolment-list.ts';
import { reference } from './reference.ts';
import { sessionList } from './session-list.ts';

export const Programme: ProgrammeResolvers = {
  __resolveReference: reference('programme'),
  sessions: sessionList('programme'),
  enrolments: enrolmentList('programme'),
  surveys: async ({ id }, _, { loaders }) => [...(await loaders.surveysOf.load(id))],
  surveyChange: ({ id }) => ({ id }),
};
