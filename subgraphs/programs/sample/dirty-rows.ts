import type { Random } from './random.ts';
import type { SampleSession } from './sample-session.ts';

export interface SampleRow {
  readonly role: 'session' | 'withoutVolunteer' | 'withoutParticipant' | 'duplicate' | 'correction';
  readonly session: SampleSession;
  /** The line as first written, for a duplicate that is to equal it to the letter. */
  readonly copyOf?: SampleRow;
}

/** How many rows of an export are not a plain session. The parts sum up to `rows`. */
export interface RowCounts {
  /** Sessions to plan, with and without addresses. */
  readonly sessions: number;
  readonly duplicates: number;
  readonly corrections: number;
  readonly withoutParticipant: number;
  readonly withoutVolunteer: number;
}

/**
 * Shares `rows` out: of the dirty part, half are duplicates, a quarter lack the participant, a quarter the volunteer.
 * Corrections, when wanted, come to another half.
 */
export function countRows(rows: number, dirt: number, withCorrections: boolean): RowCounts {
  const duplicates = Math.round((rows * dirt) / 2);
  const corrections = withCorrections ? Math.round((rows * dirt) / 2) : 0;
  const quarter = Math.round((rows * dirt) / 4);
  const sessions = rows - duplicates - corrections;
  if (sessions < duplicates + corrections + 2 * quarter) throw new RangeError('dirt is too large: use at most 0.3');
  return { sessions, duplicates, corrections, withoutParticipant: quarter, withoutVolunteer: quarter };
}

/**
 * Turns sessions into rows: exactly as many as `counts` says lack an address, are written twice or are corrected later. A
 * second row follows its first within some twenty rows, as in exports that are joined from overlapping pages.
 */
export function* dirtyRows(sessions: Iterable<SampleSession>, counts: RowCounts, random: Random): Generator<SampleRow> {
  const left = { ...counts };
  const waiting: { row: SampleRow; due: number }[] = [];
  let written = 0;
  for (const session of sessions) {
    const fate = drawFate(left, random);
    const row: SampleRow = {
      role: fate === 'withoutParticipant' || fate === 'withoutVolunteer' ? fate : 'session',
      session,
    };
    yield row;
    written++;
    if (fate === 'duplicates')
      waiting.push({ row: { role: 'duplicate', session, copyOf: row }, due: written + random.whole(0, 20) });
    if (fate === 'corrections') waiting.push({ row: correct(row, random), due: written + random.whole(5, 20) });
    for (let next = waiting[0]; next !== undefined && next.due <= written; next = waiting[0]) {
      waiting.shift();
      yield next.row;
      written++;
    }
  }
  for (const { row } of waiting) yield row;
}

type Fate = 'withoutParticipant' | 'withoutVolunteer' | 'duplicates' | 'corrections';

/** Selection sampling (Knuth, TAOCP 2, 3.4.2 S): each fate falls on exactly its number of sessions, evenly spread. */
function drawFate(left: { -readonly [Name in keyof RowCounts]: number }, random: Random): Fate | 'plain' {
  let ticket = random.fraction() * left.sessions;
  left.sessions--;
  for (const fate of ['withoutParticipant', 'withoutVolunteer', 'duplicates', 'corrections'] as const) {
    ticket -= left[fate];
    if (ticket >= 0) continue;
    left[fate]--;
    return fate;
  }
  return 'plain';
}

function correct(row: SampleRow, random: Random): SampleRow {
  const { session } = row;
  const minutes = session.minutes + 15;
  const rating = session.rating === 5 ? 4 : 5;
  const feedback = random.chance(0.5) ? session.feedback : '';
  return { role: 'correction', session: { ...session, minutes, rating, feedback }, copyOf: row };
}
