import { isId } from '@teei/runtime/id';
import { refused } from '@teei/runtime/refusal';
import { actorOf } from '@teei/runtime/viewer';
import { answeredLevels } from '../../domain/survey/answered-levels.ts';
import { responseHash } from '../../domain/survey/response-hash.ts';
import { refuseAnswers, refuseResponse } from '../../domain/survey/survey-rules.ts';
import { surveyAnswered } from '../../events/index.ts';
import type { MutationResolvers } from '../../generated/resolvers.ts';
import { SurveyResponseStore } from '../../store/survey-response-store.ts';
import { SurveyStore } from '../../store/survey-store.ts';

export const recordSurveyResponse: MutationResolvers['recordSurveyResponse'] = async (_, { input }, context) => {
  const { tx, viewer } = context;
  const { surveyId, participantId, clientKey, answers } = input;
  const answeredAt = new Date(input.answeredAt);
  const refusal = refuseResponse(clientKey, answeredAt, new Date());
  if (refusal) return refusal;
  const surveys = new SurveyStore(await tx());
  const [survey] = isId(surveyId) ? await surveys.byIds([surveyId]) : [];
  if (!survey) return refused('SURVEY_NOT_FOUND', 'There is no such survey.', "Look it up in its programme's surveys.");
  const questions = await surveys.questionsOf([surveyId]);
  const wrong = refuseAnswers(answers, questions);
  if (wrong) return wrong;
  const responses = new SurveyResponseStore(await tx());
  if (!isId(participantId) || !(await responses.isEnrolled(participantId, survey.programmeId))) {
    return refused(
      'PARTICIPANT_NOT_ENROLLED',
      "No such participant has a place in the survey's programme.",
      'Enrol them first, or choose the survey of their own programme.',
    );
  }
  const response = { surveyId, participantId, answeredAt, answers };
  const hash = responseHash(response);
  const kept = await responses.record(clientKey, response, hash, actorOf(viewer));
  const stored = await responses.byClientKey(clientKey);
  if (stored?.contentHash !== hash) {
    return refused(
      'CLIENT_KEY_REUSED',
      'Something else was recorded under this client key.',
      'Send what is new under a key of its own.',
    );
  }
  if (kept) {
    const { programmeId, phase } = survey;
    const levels = answeredLevels(questions, answers);
    const told = {
      responseId: stored.id,
      programmeId,
      participantId,
      phase,
      answeredAt: answeredAt.toISOString(),
      levels,
    };
    await context.outbox.append(await tx(), surveyAnswered, [{ subject: stored.id, data: told }]);
  }
  return { __typename: 'SurveyResponseRecorded', response: stored };
};
