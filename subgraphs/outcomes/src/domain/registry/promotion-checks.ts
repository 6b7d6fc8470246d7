import { sumOf } from '../evaluation/evaluate.ts';
import type { Judgement } from '../evaluation/judgement.ts';
import { macro } from '../evaluation/quality-measures.ts';
import { tallyOf } from '../evaluation/tally.ts';

/**
 * Whether a canary may score all texts: enough of its scores were reviewed, it does no worse than the active version on what reviewers
 * settled on, they agree with it no less, and no language falls behind.
 */
export function promotionChecks(
  { active, canary, ownOfActive, ownOfCanary }: CanaryRecord,
  rules: PromotionRules,
): readonly PromotionCheck[] {
  const agreed = agreementOf(ownOfActive);
  return [
    atLeast('REVIEWED', rules.reviewed, ownOfCanary.length),
    atLeast('DIRECTED_F1', directedF1(active) ?? 0, directedF1(canary)),
    // Where nobody has reviewed the active version there is nothing to fall behind.
    atLeast('AGREEMENT', agreed ?? 0, agreementOf(ownOfCanary)),
    parityCheck(canary, rules),
  ];
}

function atLeast(rule: PromotionCheck['rule'], required: number, measured: number | null): PromotionCheck {
  return { rule, required, measured, passed: measured !== null && measured >= required };
}

function parityCheck(judgements: readonly Judgement[], { parity, perLanguage }: PromotionRules): PromotionCheck {
  const languages = new Set(judgements.map(({ language }) => language));
  const figures = [...languages].flatMap((language) => {
    const own = judgements.filter((one) => one.language === language);
    const value = own.length < perLanguage ? null : directedF1(own);
    return value === null ? [] : [value];
  });
  // One language alone has nothing to fall behind.
  if (figures.length < 2) return { rule: 'PARITY', required: parity, measured: null, passed: true };
  const best = Math.max(...figures);
  return atLeast('PARITY', parity, best === 0 ? 0 : Math.min(...figures) / best);
}

function directedF1(judgements: readonly Judgement[]): number | null {
  const tallies = judgements.map((one) => tallyOf([one]));
  return macro(sumOf(tallies, tallies.keys()), ['gain', 'setback']);
}

function agreementOf(judgements: readonly Judgement[]): number | null {
  if (judgements.length === 0) return null;
  return judgements.filter(({ truth, claimed }) => truth === claimed).length / judgements.length;
}

/** What both versions say of the golden set, and what each of them had scored in it. */
export interface CanaryRecord {
  readonly active: readonly Judgement[];
  readonly canary: readonly Judgement[];
  readonly ownOfActive: readonly Judgement[];
  readonly ownOfCanary: readonly Judgement[];
}

export interface PromotionRules {
  readonly reviewed: number;
  readonly parity: number;
  readonly perLanguage: number;
}

export interface PromotionCheck {
  readonly rule: 'REVIEWED' | 'DIRECTED_F1' | 'AGREEMENT' | 'PARITY';
  readonly required: number;
  /** Null where there is nothing to measure. */
  readonly measured: number | null;
  readonly passed: boolean;
}
