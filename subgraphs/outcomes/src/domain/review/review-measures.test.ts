import { expect, test } from 'vitest';
import { type MeasuredReview, reviewMeasures } from './review-measures.ts';

const review = (
  scoreId: string,
  actor: string,
  label: string,
  seconds: number | null,
  day: number,
): MeasuredReview => ({
  ...{ scoreId, actor, label, seconds, scored: 'GAIN' },
  reviewedAt: new Date(Date.UTC(2026, 10, day, 23, 30)),
});

const since = new Date('2026-11-01T00:00:00Z');
const reviews = [
  review('a', 'two', 'GAIN', 900, -30),
  review('a', 'one', 'GAIN', 4, 1),
  review('b', 'one', 'NONE', 10, 1),
  review('c', 'one', 'GAIN', null, 2),
  review('b', 'two', 'NONE', 6, 2),
  review('c', 'two', 'SETBACK', 8, 2),
];

test('everybody together, compared with what was said before', () => {
  expect(reviewMeasures(reviews, { actor: null, since })).toMatchObject({
    ...{ reviews: 5, days: 2, perDay: 2.5, medianSeconds: 7 },
    ...{ doubleReviewed: 3, rework: 1 / 3, agreement: 2 / 3 },
  });
});

test('one person is compared with the others, and measured alone', () => {
  expect(reviewMeasures(reviews, { actor: 'two', since })).toMatchObject({
    ...{ reviews: 2, days: 1, perDay: 2, medianSeconds: 7, doubleReviewed: 2, rework: 1 / 2, agreement: 1 / 2 },
  });
});

test('where nobody reviewed there is nothing to measure', () => {
  expect(reviewMeasures(reviews, { actor: 'three', since })).toEqual({
    ...{ reviews: 0, days: 0, perDay: null, medianSeconds: null, doubleReviewed: 0 },
    ...{ rework: null, agreement: null, alpha: null, kappaWithModel: null },
  });
});
