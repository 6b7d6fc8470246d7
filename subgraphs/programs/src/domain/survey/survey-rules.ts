import { type Refused, refused } from '@teei/runtime/refusal';

export interface AskedQuestion {
  readonly text: string;
  readonly scaleMin: number;
  readonly scaleMax: number;
}

export interface AskedAnswer {
  readonly questionId: string;
  readonly value: number;
}

const mostQuestions = 50;
/** Far wider than any scale in use; what is outside is a slip. */
const widestScale = 100;

/** Why nobody can be asked this; undefined when somebody can. */
export function refuseSurvey(title: string, questions: readonly AskedQuestion[]): Refused | undefined {
  if (!hasLength(title, 200)) {
    return refused('SURVEY_TITLE_INVALID', 'A survey has a title of 1 to 200 characters.', 'Give it one.');
  }
  if (questions.length === 0 || questions.length > mostQuestions) {
    return refused('SURVEY_QUESTIONS_INVALID', `A survey has 1 to ${mostQuestions} questions.`, 'Change their number.');
  }
  if (!questions.every(({ text }) => hasLength(text, 500))) {
    return refused('SURVEY_QUESTION_INVALID', 'A question has 1 to 500 characters.', 'Write or shorten it.');
  }
  if (
    !questions.every(({ scaleMin, scaleMax }) => scaleMin < scaleMax && Math.max(-scaleMin, scaleMax) <= widestScale)
  ) {
    return refused(
      'SURVEY_SCALE_INVALID',
      `A scale goes up, from -${widestScale} at the lowest to ${widestScale} at the highest.`,
      'Mark a question whose lowest answer is the best as reversed.',
    );
  }
  return undefined;
}

/** Why this cannot be an answer to these questions; undefined when it can. */
export function refuseAnswers(
  answers: readonly AskedAnswer[],
  questions: readonly (AskedQuestion & { readonly id: string })[],
): Refused | undefined {
  if (answers.length === 0) {
    return refused('SURVEY_ANSWERS_MISSING', 'Nothing was answered.', 'Send at least one answer.');
  }
  const known = new Map(questions.map((question) => [question.id, question]));
  for (const { questionId, value } of answers) {
    const question = known.get(questionId);
    if (!question) {
      return refused(
        'SURVEY_QUESTION_UNKNOWN',
        'An answer is to no question of this survey, or one question is answered twice.',
        "Take the questions' ids from the survey, each once.",
      );
    }
    if (value < question.scaleMin || value > question.scaleMax) {
      return refused(
        'SURVEY_ANSWER_OFF_SCALE',
        `An answer is not on its scale of ${question.scaleMin} to ${question.scaleMax}.`,
        'Send a value on the scale.',
      );
    }
    known.delete(questionId);
  }
  return undefined;
}

/** Why this cannot have been answered so; undefined when it can. */
export function refuseResponse(clientKey: string, answeredAt: Date, now: Date): Refused | undefined {
  if (!hasLength(clientKey, 100)) {
    return refused('CLIENT_KEY_INVALID', 'A client key has 1 to 100 characters.', 'Send one that is yours alone.');
  }
  if (answeredAt.getTime() > now.getTime()) {
    return refused('ANSWERED_IN_FUTURE', 'This was answered in the future.', 'Send the time at which it was answered.');
  }
  return undefined;
}

function hasLength(text: string, most: number): boolean {
  return text.trim().length > 0 && text.length <= most && !/\p{Cc}/u.test(text.replace(/[\n\t]/g, ' '));
}
