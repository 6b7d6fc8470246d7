import type { Comparison } from '../evaluation/compare-models.ts';
import type { PromotionCheck } from './promotion-checks.ts';

/**
 * What becomes of a version on trial that takes over by itself: it does once it passes every check, goes when it is worse beyond chance or
 * has not passed for too long, and stays on trial otherwise.
 * @param comparison with the active version, which is the baseline, on what reviewers settled
 * @param days since the trial began
 */
export function judgeTrial({ checks, comparison, days }: TrialRecord, rules: TrialRules): TrialVerdict {
  if (checks.every(({ passed }) => passed)) return { verdict: 'PROMOTED', reason: 'PASSED' };
  const isReviewed = checks.some(({ rule, passed }) => rule === 'REVIEWED' && passed);
  if (isReviewed && isWorse(comparison)) return { verdict: 'WITHDRAWN', reason: 'WORSE' };
  if (days >= rules.patienceDays) return { verdict: 'WITHDRAWN', reason: 'OUT_OF_PATIENCE' };
  return { verdict: 'HELD', reason: isReviewed ? 'NOT_PASSED' : 'TOO_FEW_REVIEWS' };
}

/**
 * Whether a version that took over by itself goes again; null where it stays.
 * @param comparison with the version before, which is the baseline, on what reviewers settled since it took over
 * @param days since it took over
 */
export function judgePromoted(
  { comparison, days }: Omit<TrialRecord, 'checks'>,
  rules: TrialRules,
): TrialVerdict | null {
  const isKnown = comparison.texts >= rules.reviewed;
  return days < rules.probationDays && isKnown && isWorse(comparison)
    ? { verdict: 'ROLLED_BACK', reason: 'WORSE' }
    : null;
}

/** Beyond chance: the whole interval of the difference in F1 with direction lies below zero. */
function isWorse({ difference }: Comparison): boolean {
  return difference !== null && difference.high < 0;
}

interface TrialRecord {
  readonly checks: readonly PromotionCheck[];
  readonly comparison: Comparison;
  readonly days: number;
}

interface TrialRules {
  /** Labels from which on the versions can be compared. */
  readonly reviewed: number;
  readonly patienceDays: number;
  readonly probationDays: number;
}

export interface TrialVerdict {
  readonly verdict: 'HELD' | 'PROMOTED' | 'WITHDRAWN' | 'ROLLED_BACK';
  readonly reason: 'TOO_FEW_REVIEWS' | 'NOT_PASSED' | 'PASSED' | 'WORSE' | 'OUT_OF_PATIENCE';
}
