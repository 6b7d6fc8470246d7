import { isId } from '@teei/runtime/id';
import { refused } from '@teei/runtime/refusal';
import { actorOf } from '@teei/runtime/viewer';
import { refuseSurvey } from '../../domain/survey/survey-rules.ts';
import type { MutationResolvers } from '../../generated/resolvers.ts';
import { SurveyStore } from '../../store/survey-store.ts';

export const defineSurvey: MutationResolvers['defineSurvey'] = async (_, { input }, { tx, viewer }) => {
  const { programmeId, phase } = input;
  // The generated type does not know that the schema fills in defaults.
  const questions = input.questions.map(({ scaleMin = 1, scaleMax = 5, reversed = false, ...question }) => ({
    ...question,
    scaleMin,
    scaleMax,
    reversed,
  }));
  const title = input.title.trim();
  const refusal = refuseSurvey(title, questions);
  if (refusal) return refusal;
  const survey = isId(programmeId)
    ? await new SurveyStore(await tx()).add({ programmeId, phase, title, questions }, actorOf(viewer))
    : undefined;
  if (!survey) {
    return refused('PROGRAMME_NOT_FOUND', 'There is no such programme.', 'Look it up in the list of programmes.');
  }
  return { __typename: 'SurveyDefined', survey };
};
