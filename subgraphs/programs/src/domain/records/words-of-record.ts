import { hash } from 'node:crypto';
import type { SourcedKind } from './record-kind.ts';

/** The column in which a kind of record holds what somebody wrote; null where it holds nothing of that kind. */
export const wordsColumns = {
  BUDDY_MATCH: null,
  BUDDY_EVENT: 'note',
  BUDDY_CHECK_IN: 'note',
  BUDDY_FEEDBACK: 'text',
  COURSE_COMPLETION: null,
  CREDENTIAL: null,
  VOLUNTEER_ACTIVITY: null,
} as const satisfies Record<SourcedKind, string | null>;

type Row = { readonly id: string } & Readonly<Record<string, string | number | null>>;

/**
 * A row with what is to be known of its words. Words that are stored already keep their time, words that were cleared stay cleared
 * when they are told again, and all others are kept from now on.
 * @param stored the row as it is now; undefined for one that is new
 * @param now ISO 8601
 */
export function withWordsKept(kind: SourcedKind, told: Row, stored: Row | undefined, now: string): Row {
  const column = wordsColumns[kind];
  if (column === null) return told;
  const words = told[column] ?? null;
  if (words === null) return { ...told, words_since: null, words_cleared_at: null, words_sha256: null };
  const clearedSha256 = stored?.words_sha256 ?? null;
  if (stored && clearedSha256 === hash('sha256', String(words)))
    return {
      ...told,
      ...{ [column]: null, words_since: null, words_cleared_at: stored.words_cleared_at ?? null },
      words_sha256: clearedSha256,
    };
  const isKnown = stored !== undefined && stored[column] === words;
  return {
    ...told,
    ...{ words_since: (isKnown && stored.words_since) || now, words_cleared_at: null, words_sha256: null },
  };
}
