/** What participants of one language write after a session, sorted by what it is evidence of. */
export interface FeedbackTexts {
  readonly gain: Readonly<Record<OutcomeDimension, readonly string[]>>;
  readonly setback: Readonly<Record<OutcomeDimension, readonly string[]>>;
  /** Both directions in one text. */
  readonly mixed: readonly string[];
  /** Logistics, politeness, small talk: evidence of no outcome. */
  readonly nothing: readonly string[];
}

export type OutcomeDimension = 'confidence' | 'belonging' | 'lang_level_proxy' | 'job_readiness';
