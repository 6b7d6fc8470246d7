import type { OutcomeDimension } from '../generated/graphql.ts';

/** Thresholds as they were typed, with a comma or a point; a field that is empty is left out, and one that is no number is NaN. */
export function readThresholds(
  form: FormData,
  dimensions: readonly OutcomeDimension[],
): { dimension: OutcomeDimension; threshold: number }[] {
  return dimensions.flatMap((dimension) => {
    const text = String(form.get(dimension) ?? '').trim();
    return text === '' ? [] : [{ dimension, threshold: Number(text.replace(',', '.')) }];
  });
}

/** Dimensions whose field holds something that is no number. */
export function unread(
  thresholds: readonly { dimension: OutcomeDimension; threshold: number }[],
): ReadonlySet<OutcomeDimension> {
  return new Set(thresholds.filter(({ threshold }) => Number.isNaN(threshold)).map(({ dimension }) => dimension));
}
