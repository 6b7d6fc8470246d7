import { smallestGroup } from '@teei/runtime/smallest-group';
import { shownChange } from '../domain/survey/shown-change.ts';
import type { SurveyChangeResolvers } from '../generated/resolvers.ts';

/** Its parent is the programme. */
export const SurveyChange: SurveyChangeResolvers = {
  dimensions: async ({ id }, _, { loaders }) => shownChange(await loaders.surveyMeansOf.load(id), smallestGroup),
};
