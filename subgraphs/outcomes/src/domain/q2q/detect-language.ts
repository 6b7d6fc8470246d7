import { eld } from 'eld/small';

/**
 * BCP 47 language of a text among those we meet (en, uk, no, ru, da, sv, de, pl), else `und`.
 * Cyrillic is told apart by letters only one of the two alphabets has. Close Latin neighbours (no/da/sv) are settled by
 * the hint, the language of the participant's programme, when the text itself leaves them close.
 */
export function detectLanguage(text: string, hint?: string): string {
  const expected = primaryTag(hint);
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  if (letters === 0) return expected ?? UNKNOWN;
  const cyrillic = cyrillicLanguage(text, letters);
  if (cyrillic) return cyrillic;
  const result = detector.detect(text);
  const found = primaryTag(result.language);
  if (!found) return expected ?? UNKNOWN;
  const scores = result.getScores();
  if (expected && (scores[expected] ?? 0) >= CLOSE * (scores[found] ?? 0)) return expected;
  if (letters < SHORT || !result.isReliable()) return expected ?? (letters < SHORT ? UNKNOWN : found);
  return found;
}

function cyrillicLanguage(text: string, letters: number): string | null {
  const cyrillic = text.match(/\p{Script=Cyrillic}/gu)?.length ?? 0;
  if (cyrillic < letters / 2) return null;
  const ukrainian = text.match(/[іїєґ]/giu)?.length ?? 0;
  const russian = text.match(/[ыэёъ]/giu)?.length ?? 0;
  if (ukrainian !== russian) return ukrainian > russian ? 'uk' : 'ru';
  return primaryTag(detector.detect(text).language) ?? UNKNOWN;
}

/** Norwegian is one language to us: nb and nn are `no`. */
function primaryTag(tag: string | undefined): string | null {
  const primary = tag?.toLowerCase().split('-')[0] ?? '';
  if (primary === 'nb' || primary === 'nn') return 'no';
  return (LANGUAGES as readonly string[]).includes(primary) ? primary : null;
}

const LANGUAGES = ['en', 'uk', 'no', 'ru', 'da', 'sv', 'de', 'pl'] as const;
const UNKNOWN = 'und';
/** Letters below which n-grams guess; a hint, if there is one, knows better. */
const SHORT = 12;
/** Share of the winner's score from which the hinted language stands in its stead. */
const CLOSE = 0.8;

const detector = eld.newInstance();
detector.setLanguageSubset([...LANGUAGES]);
