import type { AskedAnswer } from './survey-rules.ts';

/** Of each dimension in which every question is answered, the mean place of the answers on their scales, 0 to 1. */
export function answeredLevels(
  questions: readonly ScaledQuestion[],
  answers: readonly AskedAnswer[],
): { dimension: string; level: number }[] {
  const given = new Map(answers.map(({ questionId, value }) => [questionId, value]));
  return [...new Set(questions.map(({ dimension }) => dimension))].flatMap((dimension) => {
    const places = questions
      .filter((each) => each.dimension === dimension)
      .map((each) => placeOf(each, given.get(each.id)));
    const answered = places.filter((place) => place !== null);
    if (answered.length < places.length) return [];
    return { dimension, level: answered.reduce((sum, place) => sum + place, 0) / answered.length };
  });
}

function placeOf({ scaleMin, scaleMax, reversed }: ScaledQuestion, value: number | undefined): number | null {
  if (value === undefined) return null;
  return (reversed ? scaleMax - value : value - scaleMin) / (scaleMax - scaleMin);
}

interface ScaledQuestion {
  readonly id: string;
  readonly dimension: string;
  readonly scaleMin: number;
  readonly scaleMax: number;
  readonly reversed: boolean;
}
