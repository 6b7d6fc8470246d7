import type { SurveyResponseResolvers } from '../generated/resolvers.ts';

export const SurveyResponse: SurveyResponseResolvers = {
  survey: async ({ surveyId }, _, { loaders }) => promised(await loaders.survey.load(surveyId)),
  programme: async ({ programmeId }, _, { loaders }) => promised(await loaders.programme.load(programmeId)),
  participant: async ({ participantId }, _, { loaders }) => ({ id: await loaders.shownPerson.load(participantId) }),
};

function promised<T>(row: T | null): T {
  if (row === null) throw new Error('foreign keys promise the survey and the programme of a response');
  return row;
}
