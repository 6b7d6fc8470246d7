import type { SourcedRow } from '../rows/reference.ts';

/** The way back from what was read in a text to the record that holds it. */
export const sourced = {
  session: (row: SourcedRow) => recordOf('SESSION_FEEDBACK', row),
  buddyFeedback: (row: SourcedRow) => recordOf('BUDDY_FEEDBACK', row),
  buddyCheckIn: (row: SourcedRow) => recordOf('BUDDY_CHECK_IN', row),
};

function recordOf(kind: SourcedRow['source'], { source, sourceId }: SourcedRow): { id: string } | null {
  return source === kind ? { id: sourceId } : null;
}
