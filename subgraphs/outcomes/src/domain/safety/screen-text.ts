import { contactDetails } from './contact-details.ts';
import { hate } from './hate.ts';
import { profanity } from './profanity.ts';
import { hasHiddenWords, promptInjection } from './prompt-injection.ts';
import { revealDisguise } from './reveal-disguise.ts';
import { type SafetyCategory, SEVERITIES, type Severity, type Signal } from './safety-signal.ts';
import { selfHarm } from './self-harm.ts';
import { isShouting, spam } from './spam.ts';
import { threat } from './threat.ts';

/**
 * What in a text a person should look at before anything else reads it, at most one finding per category, with the highest
 * severity found, in the order of the categories. A screen raises a hand, it does not judge: no text is dropped by it.
 * @param text as it came in, before normalisation, because what is hidden in it counts
 */
export function screenText(text: string): readonly SafetyFinding[] {
  const sentences = sentencesOf(revealDisguise(text.slice(0, LONGEST)));
  const found = CATEGORIES.flatMap(({ category, signals }) => {
    const severity = strongest(sentences.flatMap((sentence) => severitiesIn(sentence, signals)));
    return severity ? [{ category, severity }] : [];
  });
  return withWholeTextSignals(text.slice(0, LONGEST), found);
}

function severitiesIn(sentence: string, signals: readonly Signal[]): Severity[] {
  return signals.flatMap((signal) => {
    const match = signal.pattern.exec(sentence);
    if (!match || signal.unless?.test(sentence)) return [];
    if (signal.negatable && NEGATED.test(sentence.slice(0, match.index))) return [];
    return [signal.severity];
  });
}

/** Hidden characters and shouting are seen in the text as a whole, as it came. */
function withWholeTextSignals(text: string, found: readonly SafetyFinding[]): readonly SafetyFinding[] {
  const extra: SafetyFinding[] = [];
  if (hasHiddenWords(text)) extra.push({ category: 'prompt_injection', severity: 'high' });
  if (isShouting(text)) extra.push({ category: 'spam', severity: 'low' });
  if (extra.length === 0) return found;
  return CATEGORIES.flatMap(({ category }) => {
    const severity = strongest([...found, ...extra].filter((f) => f.category === category).map((f) => f.severity));
    return severity ? [{ category, severity }] : [];
  });
}

function strongest(severities: readonly Severity[]): Severity | undefined {
  return SEVERITIES.findLast((severity) => severities.includes(severity));
}

/** Context (a negation, a film, "he told me") counts within its own sentence. */
function sentencesOf(text: string): readonly string[] {
  return text
    .split(/(?<=[.!?…])\s+|\n+/u)
    .map((sentence) => sentence.trim())
    .filter(Boolean);
}

const CATEGORIES: readonly { readonly category: SafetyCategory; readonly signals: readonly Signal[] }[] = [
  { category: 'self_harm', signals: selfHarm },
  { category: 'threat', signals: threat },
  { category: 'hate', signals: hate },
  { category: 'profanity', signals: profanity },
  { category: 'spam', signals: spam },
  { category: 'contact_details', signals: contactDetails },
  { category: 'prompt_injection', signals: promptInjection },
];

/** A negator at most two words before the match. */
const NEGATED =
  /(?:^|[^\p{L}])(?:not|never|n't|don't|didn't|won't|no longer|ikke|aldri|ingen|не|ніколи|жодн\p{L}*)\s+(?:[\p{L}']+\s+){0,2}$/u;

/** As much as scoring reads; UTF-16 units. */
const LONGEST = 20_000;

export interface SafetyFinding {
  readonly category: SafetyCategory;
  readonly severity: Severity;
}
