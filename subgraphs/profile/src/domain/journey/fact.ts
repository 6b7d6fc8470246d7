/** What rules may look at of each kind of event. Free text and people are never among it. */
export const attributesOfEvent = {
  session: ['kind', 'level', 'minutes'],
  outcome: ['dimension', 'direction', 'score', 'confidence'],
  match: ['status'],
  buddy_event: ['kind'],
  check_in: ['mood'],
  feedback: ['rating'],
  course_completion: ['provider', 'result'],
  credential: ['kind', 'provider'],
} as const;

export type EventKind = keyof typeof attributesOfEvent;
export const eventKinds = Object.keys(attributesOfEvent) as [EventKind, ...EventKind[]];

/** Levels of the Common European Framework of Reference for Languages, from low to high. */
export const languageLevels = ['A1', 'A2', 'B1', 'B2', 'C1', 'C2'] as const;
export type LanguageLevel = (typeof languageLevels)[number];

export type TextAttribute = 'kind' | 'dimension' | 'direction' | 'status' | 'provider';
export type NumberAttribute = 'minutes' | 'rating' | 'score' | 'confidence' | 'mood' | 'result';
export const textAttributes = ['kind', 'dimension', 'direction', 'status', 'provider'] as const;
export const numberAttributes = ['minutes', 'rating', 'score', 'confidence', 'mood', 'result'] as const;

export type FactAttributes = {
  readonly [Name in TextAttribute]?: string | null;
} & { readonly [Name in NumberAttribute]?: number | null } & { readonly level?: LanguageLevel | null };

/** Something that happened to a participant, as the newest event about it says. */
export interface Fact {
  readonly kind: EventKind;
  /** Of the record that the event was about: a session, a check-in, a credential. */
  readonly sourceId: string;
  /** Of the event that told it. */
  readonly eventId: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly attributes: FactAttributes;
}

/** How flags name what is behind them: the same record under a later event is the same reason. */
export function referenceOf({ kind, sourceId }: Pick<Fact, 'kind' | 'sourceId'>): string {
  return `${kind}/${sourceId}`;
}

/** A participant as rules see one. */
export interface JourneyParticipant {
  readonly language: string | null;
  /** Milliseconds since 1970: when the platform first heard of them. */
  readonly joinedAt: number;
  /** In the order of time. */
  readonly facts: readonly Fact[];
}
