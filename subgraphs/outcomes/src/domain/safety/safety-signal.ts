/** A pattern that makes somebody look, over lower-cased text with its disguises taken off. */
export interface Signal {
  readonly severity: Severity;
  readonly pattern: RegExp;
  /** In a sentence like this the words mean something harmless: a film, a report, an idiom. */
  readonly unless?: RegExp;
  /** A negation right before the words takes them back. */
  readonly negatable?: boolean;
}

/** Alternatives of a pattern as whole words. `\b` knows only ASCII letters, so a word ends where no letter follows. */
export function wholeWords(...alternatives: readonly string[]): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${alternatives.join('|')})(?![\\p{L}\\p{N}])`, 'u');
}

export const SEVERITIES = ['low', 'medium', 'high', 'urgent'] as const;
export type Severity = (typeof SEVERITIES)[number];

/** In the order in which findings are listed. */
export type SafetyCategory =
  | 'self_harm'
  | 'threat'
  | 'hate'
  | 'profanity'
  | 'spam'
  | 'contact_details'
  | 'prompt_injection';
