import type { SessionKind } from '../src/domain/import-file/kintell-session.ts';
import { Calendar } from './calendar.ts';
import type { FeedbackLanguage } from './feedback/write-feedback.ts';
import { writeFeedback } from './feedback/write-feedback.ts';
import { Random } from './random.ts';
import type { SampleSession } from './sample-session.ts';

const DAYS = 365;
const DAY = 86_400_000;
const LEVELS = ['A1', 'A2', 'B1', 'B2'] as const;

/**
 * Made-up sessions in order of date, over the year that ends with the day `until`. Each participant has 6 to 12 (the last one
 * what is left), one every week or two or three, mostly with the same volunteer, and rises from A1 or A2 towards B2.
 * Memory: some thirty bytes for each participant, nothing for a session.
 */
export function* planSessions(count: number, seed: number, until: Date): Generator<SampleSession> {
  const random = new Random(seed);
  const participants = enrol(count, random);
  const firstDay = Date.UTC(until.getUTCFullYear(), until.getUTCMonth(), until.getUTCDate()) - (DAYS - 1) * DAY;
  const calendar = new Calendar(DAYS, participants.size);
  for (let person = 0; person < participants.size; person++) calendar.add(participants.day[person] ?? 0, person);
  let number = 0;
  for (let day = 0; day < DAYS; day++) {
    for (const person of calendar.take(day)) {
      yield holdSession(participants, person, ++number, firstDay + day * DAY, random, seed);
      const held = at(participants.held, person) + 1;
      participants.held[person] = held;
      if (held < at(participants.planned, person)) calendar.add(nextDay(participants, person, day, random), person);
    }
  }
}

/** Participants by index; columns rather than objects, so that a million sessions' people fit in a few megabytes. */
interface Participants {
  readonly size: number;
  readonly planned: Uint8Array;
  readonly held: Uint8Array;
  /** First day, 0..364. */
  readonly day: Uint16Array;
  /** Days between sessions. */
  readonly gap: Uint8Array;
  readonly volunteer: Uint32Array;
  readonly volunteers: number;
  readonly language: readonly FeedbackLanguage[];
}

function enrol(count: number, random: Random): Participants {
  const planned: number[] = [];
  for (let left = count; left > 0; ) {
    const sessions = Math.min(left, random.whole(6, 12));
    planned.push(sessions);
    left -= sessions;
  }
  const size = planned.length;
  const volunteers = Math.max(1, Math.ceil(size / 6));
  const gap = Uint8Array.from(planned, () =>
    random.weighted([
      [7, 5],
      [14, 4],
      [21, 1],
    ] as const),
  );
  return {
    size,
    planned: Uint8Array.from(planned),
    held: new Uint8Array(size),
    // One spare gap leaves room for the days by which sessions are put off.
    day: Uint16Array.from(planned, (sessions, person) => random.whole(0, DAYS - 1 - sessions * at(gap, person))),
    gap,
    volunteer: Uint32Array.from(planned, () => random.whole(0, volunteers - 1)),
    volunteers,
    language: planned.map(() =>
      random.weighted([
        ['uk', 5],
        ['no', 3],
        ['en', 3],
      ] as const),
    ),
  };
}

/** On time, or a day early or late, as meetings are. */
function nextDay(participants: Participants, person: number, day: number, random: Random): number {
  const wanted =
    day +
    at(participants.gap, person) +
    random.weighted([
      [0, 6],
      [1, 1],
      [-1, 1],
    ] as const);
  return Math.min(DAYS - 1, wanted);
}

function holdSession(
  participants: Participants,
  person: number,
  number: number,
  midnight: number,
  random: Random,
  seed: number,
): SampleSession {
  const progress = at(participants.held, person) / Math.max(1, at(participants.planned, person) - 1);
  const kind = kindOf(person, progress);
  const stays = random.chance(0.92);
  const quarter = random.whole(7 * 4, 19 * 4);
  return {
    id: `KINTELL-${seed}-${String(number).padStart(6, '0')}`,
    kind,
    participant: person,
    volunteer: stays ? at(participants.volunteer, person) : random.whole(0, participants.volunteers - 1),
    startedAt: midnight + quarter * 15 * 60_000,
    minutes: random.weighted([
      [60, 8],
      [45, 4],
      [30, 2],
      [52.5, 1],
      [67.5, 1],
      [90, 1],
    ] as const),
    rating: random.chance(0.15)
      ? null
      : random.weighted([
          [5, 8],
          [4.5, 4],
          [4, 5],
          [3.5, 2],
          [3, 1.5],
          [2, 0.5],
        ] as const),
    feedback: random.chance(0.35) ? '' : writeFeedback(random, participants.language[person] ?? 'en', kind, progress),
    level:
      kind === 'language' && !random.chance(0.08)
        ? (LEVELS[Math.min(3, (person % 2) + Math.floor(progress * 2.5))] ?? null)
        : null,
  };
}

/** Six in ten come for the language, two for mentorship, and two go from the one to the other. */
function kindOf(person: number, progress: number): SessionKind {
  // Times seven spreads the kinds over neighbours, so that a small sample holds all of them.
  const share = (person * 7) % 10;
  if (share < 6) return 'language';
  return share < 8 || progress >= 0.5 ? 'mentorship' : 'language';
}

function at(column: Uint8Array | Uint16Array | Uint32Array, person: number): number {
  return column[person] ?? 0;
}
