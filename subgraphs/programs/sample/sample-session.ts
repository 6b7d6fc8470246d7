import type { LanguageLevel, SessionKind } from '../src/domain/import-file/kintell-session.ts';

/** One made-up session, before it is written in any dialect. */
export interface SampleSession {
  readonly id: string;
  readonly kind: SessionKind;
  /** Indices into the people of `people.ts`. */
  readonly participant: number;
  readonly volunteer: number;
  /** Milliseconds since 1970 UTC. */
  readonly startedAt: number;
  readonly minutes: number;
  readonly rating: number | null;
  readonly feedback: string;
  readonly level: LanguageLevel | null;
}
