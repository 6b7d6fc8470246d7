import { createHash } from 'node:crypto';
import { normaliseText } from '../q2q/normalise-text.ts';
import { redactSnippet } from '../q2q/redact-snippet.ts';
import { type Span, splitSentences } from '../q2q/split-clauses.ts';
import type { SafetyCategory } from './safety-signal.ts';
import { type SafetyFinding, screenText } from './screen-text.ts';

/**
 * What the screen sees in a text, each with the sentence that it stands in, or with the whole text where no sentence shows
 * it alone: what was hidden in characters that do not show, or spread over several.
 * @param text as it came in
 * @returns offsets are UTF-16 units in `normaliseText(text)`; the snippet is redacted, the hash covers the source
 */
export function locateFindings(text: string): readonly LocatedFinding[] {
  const findings = screenText(text);
  if (findings.length === 0) return [];
  const normal = normaliseText(text);
  const sentences = splitSentences(normal).map((span) => ({
    span,
    seen: screenText(normal.slice(span.start, span.end)),
  }));
  return findings.map(({ category, severity }) => {
    const own = sentences.find(({ seen }) =>
      seen.some((each) => each.category === category && each.severity === severity),
    );
    return { category, severity, ...quoted(normal, own?.span ?? { start: 0, end: normal.length }) };
  });
}

function quoted(text: string, { start, end }: Span) {
  const source = text.slice(start, end);
  return {
    start,
    end,
    snippet: redactSnippet(source).slice(0, LONGEST_SNIPPET),
    sha256: createHash('sha256').update(source, 'utf8').digest('hex'),
  };
}

/** Raised whenever the screen sees something else in the same text. */
export const SCREEN_VERSION = 'safety-1';

/** Enough to decide by; a pasted page of advertising is not kept. UTF-16 units. */
const LONGEST_SNIPPET = 1_000;

export interface LocatedFinding extends SafetyFinding {
  readonly category: SafetyCategory;
  readonly start: number;
  readonly end: number;
  readonly snippet: string;
  /** Hex, over the unredacted span in UTF-8. */
  readonly sha256: string;
}
