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
  if (found === 'da' && !DANISH.test(text)) return 'no';
  if (expected && areNeighbours(expected, found) && (scores[expected] ?? 0) >= CLOSE * (scores[found] ?? 0))
    return expected;
  if (letters < SHORT || !result.isReliable()) return expected ?? (letters < SHORT ? UNKNOWN : found);
  return found;
}

function cyrillicLanguage(text: string, letters: number): string | null {
  const cyrillic = text.match(/\p{Script=Cyrillic}/gu)?.length ?? 0;
  if (cyrillic < letters / 2) return null;
  const ukrainian = text.match(/[іїєґ]/giu)?.length ?? 0;
  const russian = text.match(/[ыэёъ]/giu)?.length ?? 0;
  if (ukrainian !== russian) return ukrainian > russian ? 'uk' : 'ru';
  if (leansTo(UKRAINIAN, RUSSIAN, text)) return 'uk';
  return primaryTag(detector.detect(text).language) ?? UNKNOWN;
}

/** Languages that share so many words that a sentence may be of either. */
function areNeighbours(left: string, right: string): boolean {
  return SCANDINAVIAN.includes(left) && SCANDINAVIAN.includes(right);
}

/** Whether the text holds words that only the one of two neighbours has, and more of them than of the other's. */
function leansTo(own: RegExp, other: RegExp, text: string): boolean {
  return (text.match(own)?.length ?? 0) > (text.match(other)?.length ?? 0);
}

/** Norwegian is one language to us: nb and nn are `no`. */
function primaryTag(tag: string | undefined): string | null {
  const primary = tag?.toLowerCase().split('-')[0] ?? '';
  if (primary === 'nb' || primary === 'nn') return 'no';
  return (LANGUAGES as readonly string[]).includes(primary) ? primary : null;
}

const LANGUAGES = ['en', 'uk', 'no', 'ru', 'da', 'sv', 'de', 'pl'] as const;
const SCANDINAVIAN: readonly string[] = ['no', 'da', 'sv'];
const UNKNOWN = 'und';
/** Letters below which n-grams guess; a hint, if there is one, knows better. */
const SHORT = 12;
/** Share of the winner's score from which the hinted language stands in its stead. */
const CLOSE = 0.8;

const UKRAINIAN =
  /(?<!\p{L})(?:та|що|як|це|але|бо|або|чи|коли|дуже|було|буде|вона|вони|мене|нема|теж|тепер|треба|усе|усі|щоб|про|сама|розумію|говорю)(?!\p{L})/giu;
const RUSSIAN =
  /(?<!\p{L})(?:и|что|как|это|но|или|когда|очень|она|они|нет|тоже|теперь|надо|все|чтобы|понимаю|мне|только|если)(?!\p{L})/giu;
/** What only Danish has. A text without any of it reads the same in both, and Norwegian is what we meet. */
const DANISH =
  /(?<!\p{L})(?:mig|dig|sig|hvad|noget|nogen|meget|nu|af|efter|gået|op|ud|uden|kun|kender|taler|ugen|arbejde|tak|stadig|blive|blev|blevet|gennem|mødet|bedre til at|at (?:tale|være|have)|\p{L}{3,}ede)(?!\p{L})/iu;

const detector = eld.newInstance();
detector.setLanguageSubset([...LANGUAGES]);
