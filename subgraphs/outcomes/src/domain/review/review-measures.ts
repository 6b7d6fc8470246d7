import { cohensKappa } from './cohens-kappa.ts';
import { krippendorffAlpha } from './krippendorff-alpha.ts';

/**
 * How reviewing goes, for everybody together or for one of them.
 * @param reviews all reviews of the scores concerned, of everybody: what somebody said is compared with what others said
 * @param measured whose reviews count and from when on; a null actor counts everybody's
 */
export function reviewMeasures(
  reviews: readonly MeasuredReview[],
  { actor, since }: { readonly actor: string | null; readonly since: Date },
): ReviewMeasures {
  const counted = reviews.filter((review) => (actor === null || review.actor === actor) && review.reviewedAt >= since);
  const units = unitsOf(reviews);
  const concerned = [...new Set(counted.map(({ scoreId }) => scoreId))].map((scoreId) => units.get(scoreId) ?? []);
  const doubles = concerned.filter((unit) => unit.length > 1);
  const days = new Set(counted.map(({ reviewedAt }) => reviewedAt.toISOString().slice(0, 10))).size;
  return {
    reviews: counted.length,
    days,
    perDay: ratio(counted.length, days),
    medianSeconds: median(counted.flatMap(({ seconds }) => (seconds === null ? [] : [seconds]))),
    doubleReviewed: doubles.length,
    rework: ratio(doubles.filter(differs).length, concerned.length),
    agreement: agreementOf(doubles, actor),
    alpha: krippendorffAlpha(doubles.map((unit) => unit.map(({ label }) => label))),
    kappaWithModel: cohensKappa(counted.map(({ scored, label }) => [scored, label])),
  };
}

/** What was said of each score. */
function unitsOf(reviews: readonly MeasuredReview[]): ReadonlyMap<string, readonly MeasuredReview[]> {
  const units = new Map<string, MeasuredReview[]>();
  for (const review of reviews) units.set(review.scoreId, [...(units.get(review.scoreId) ?? []), review]);
  return units;
}

function differs(unit: readonly MeasuredReview[]): boolean {
  return new Set(unit.map(({ label }) => label)).size > 1;
}

/** Of all pairs of people who reviewed the same score, one of them the actor, how many said the same. */
function agreementOf(units: readonly (readonly MeasuredReview[])[], actor: string | null): number | null {
  const pairs = units
    .flatMap((unit) => unit.flatMap((one, at) => unit.slice(at + 1).map((other) => [one, other] as const)))
    .filter((pair) => actor === null || pair.some((review) => review.actor === actor));
  return ratio(pairs.filter(([one, other]) => one.label === other.label).length, pairs.length);
}

function ratio(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole;
}

function median(values: readonly number[]): number | null {
  const sorted = values.toSorted((one, other) => one - other);
  const middle = sorted.length >> 1;
  const upper = sorted[middle];
  if (upper === undefined) return null;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] as number) + upper) / 2;
}

export interface MeasuredReview {
  readonly scoreId: string;
  /** `actorOf(viewer)` */
  readonly actor: string;
  readonly label: string;
  /** What the model had said. */
  readonly scored: string;
  /** From when the score was shown to when it was decided. */
  readonly seconds: number | null;
  readonly reviewedAt: Date;
}

/** Shares 0..1; null where there is nothing to measure. */
export interface ReviewMeasures {
  readonly reviews: number;
  /** On which something was reviewed, in UTC. */
  readonly days: number;
  readonly perDay: number | null;
  readonly medianSeconds: number | null;
  /** Scores that two or more people reviewed. */
  readonly doubleReviewed: number;
  /** Share of the reviewed scores on which somebody else said otherwise, so that they had to be looked at again. */
  readonly rework: number | null;
  readonly agreement: number | null;
  /** Krippendorff's alpha, nominal. */
  readonly alpha: number | null;
  /** Cohen's kappa of people's labels and the model's. */
  readonly kappaWithModel: number | null;
}
