import type { SessionKind } from '../../src/domain/import-file/kintell-session.ts';
import type { Random } from '../random.ts';
import { ENGLISH } from './english.ts';
import type { FeedbackTexts, OutcomeDimension } from './feedback-texts.ts';
import { NORWEGIAN } from './norwegian.ts';
import { UKRAINIAN } from './ukrainian.ts';

export type FeedbackLanguage = 'en' | 'uk' | 'no';

/**
 * One or two sentences about a session.
 * @param progress 0..1, how far the participant has come; gains grow with it and setbacks never quite end
 */
export function writeFeedback(random: Random, language: FeedbackLanguage, kind: SessionKind, progress: number): string {
  const texts = TEXTS[language];
  const first = pickText(random, texts, kind, progress);
  if (!random.chance(0.35)) return first;
  const second = pickText(random, texts, kind, progress);
  return second === first ? first : `${first} ${second}`;
}

const TEXTS: Readonly<Record<FeedbackLanguage, FeedbackTexts>> = { en: ENGLISH, uk: UKRAINIAN, no: NORWEGIAN };

/** Language sessions yield talk of language, mentorship talk of work; both touch on the person and the people around. */
const DIMENSION_WEIGHTS: Readonly<Record<SessionKind, readonly (readonly [OutcomeDimension, number])[]>> = {
  language: [
    ['lang_level_proxy', 5],
    ['confidence', 3],
    ['belonging', 3],
    ['job_readiness', 1],
  ],
  mentorship: [
    ['job_readiness', 6],
    ['confidence', 3],
    ['belonging', 2],
    ['lang_level_proxy', 1],
  ],
};

function pickText(random: Random, texts: FeedbackTexts, kind: SessionKind, progress: number): string {
  const tone = random.weighted([
    ['gain', 3 + 4 * progress],
    ['setback', 3 - 2 * progress],
    ['mixed', 1],
    ['nothing', 2.5],
  ] as const);
  if (tone === 'mixed' || tone === 'nothing') return random.pick(texts[tone]);
  return random.pick(texts[tone][random.weighted(DIMENSION_WEIGHTS[kind])]);
}
