import type { Author } from '../domain/spoken-text.ts';
import type { SourcedRow } from './reference.ts';

export interface SafetyFlagRow extends SourcedRow {
  readonly id: string;
  readonly participantId: string;
  readonly author: Author;
  readonly category: SafetyCategoryName;
  readonly severity: SafetySeverityName;
  readonly status: SafetyFlagStatusName;
  readonly snippet: string | null;
  readonly hash: string;
  readonly language: string;
  readonly observedAt: Date;
  readonly raisedAt: Date;
}

export type SafetyCategoryName =
  | 'SELF_HARM'
  | 'THREAT'
  | 'HATE'
  | 'PROFANITY'
  | 'SPAM'
  | 'CONTACT_DETAILS'
  | 'PROMPT_INJECTION';

export type SafetySeverityName = 'LOW' | 'MEDIUM' | 'HIGH' | 'URGENT';

export type SafetyFlagStatusName = 'OPEN' | 'UPHELD' | 'DISMISSED' | 'APPEALED' | 'WITHDRAWN';

export interface SafetyReviewRow {
  readonly id: string;
  readonly flagId: string;
  readonly act: 'UPHELD' | 'DISMISSED' | 'APPEALED';
  readonly note: string | null;
  /** `actorOf(viewer)` */
  readonly actor: string;
  readonly madeAt: Date;
}
