import { smallestGroup } from '@teei/runtime/smallest-group';

/** What is true in the end: one entry for each session that was not withdrawn, in its newest revision. */
export interface CountedSession {
  readonly programmeId: string;
  readonly participantId: string;
  readonly volunteerId: string | null;
  /** ISO 8601, UTC. */
  readonly startedAt: string;
  readonly minutes: number;
}

/** What a text says, and the programme of the session it is about; null for other texts. */
export interface CountedScore {
  readonly programmeId: string | null;
  readonly participantId: string;
  readonly dimension: string;
  readonly level: number;
  readonly confidence: number;
  readonly observedAt: string;
}

export interface CountedActivity {
  readonly activityDate: string;
  readonly hours: number;
}

export interface PeriodMetric {
  readonly name: string;
  readonly dimension: string | null;
  readonly grain: string;
  /** yyyy-mm-dd; null for all time. */
  readonly firstDay: string | null;
  readonly programmeId: string | null;
  readonly value: number | null;
  readonly absence: string | null;
}

const grains = ['WEEK', 'MONTH', 'QUARTER', 'ALL_TIME'] as const;

/**
 * The metrics of weeks and quarters and of single programmes, computed from scratch and another way than the database does it.
 * What says nothing (no session, no evidence) is left out.
 */
export function countPeriods(
  sessions: readonly CountedSession[],
  scores: readonly CountedScore[],
  activities: readonly CountedActivity[],
): PeriodMetric[] {
  const made = new Map<string, PeriodMetric>();
  for (const grain of grains) {
    const starts = new Set([
      ...sessions.map(({ startedAt }) => firstDayOf(grain, startedAt)),
      ...scores.map(({ observedAt }) => firstDayOf(grain, observedAt)),
      ...activities.map(({ activityDate }) => firstDayOf(grain, activityDate)),
    ]);
    for (const firstDay of starts)
      for (const metric of countPeriod(grain, firstDay, sessions, scores, activities)) made.set(keyOf(metric), metric);
  }
  return [...made.entries()].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, metric]) => metric);
}

export function keyOf({ name, dimension, grain, firstDay, programmeId }: PeriodMetric): string {
  return [name, dimension, grain, firstDay, programmeId].join(' ');
}

function countPeriod(
  grain: (typeof grains)[number],
  firstDay: string | null,
  allSessions: readonly CountedSession[],
  allScores: readonly CountedScore[],
  allActivities: readonly CountedActivity[],
): PeriodMetric[] {
  const sessions = allSessions.filter(({ startedAt }) => firstDayOf(grain, startedAt) === firstDay);
  const scores = allScores.filter(({ observedAt }) => firstDayOf(grain, observedAt) === firstDay);
  const activities = allActivities.filter(({ activityDate }) => firstDayOf(grain, activityDate) === firstDay);
  const programmes = [...new Set([...sessions, ...scores].flatMap(({ programmeId }) => programmeId ?? []))].sort();
  const place = { grain, firstDay };
  const made: PeriodMetric[] = [];
  if (grain === 'WEEK' || grain === 'QUARTER')
    made.push(...whole(sessions, scores, activities).map((metric) => ({ ...place, programmeId: null, ...metric })));
  const groups = programmes.map((programmeId) => ({
    programmeId,
    people: people(sessions.filter((each) => each.programmeId === programmeId)),
  }));
  const hidden = hide(groups, 0);
  for (const { programmeId, people: group } of groups) {
    const own = sessions.filter((each) => each.programmeId === programmeId);
    if (group > 0)
      made.push(...counts(own, 0).map((one) => ({ ...place, programmeId, ...shown(one, hidden.get(programmeId)) })));
  }
  for (const dimension of new Set(scores.map((score) => score.dimension))) {
    const of = scores.filter((score) => score.dimension === dimension);
    const said = programmes.map((programmeId) => ({
      programmeId,
      people: people(of.filter((each) => each.programmeId === programmeId)),
    }));
    const unsaid = hide(said, people(of.filter(({ programmeId }) => programmeId === null)));
    for (const { programmeId, people: group } of said) {
      const own = of.filter((each) => each.programmeId === programmeId);
      if (group > 0) made.push({ ...place, programmeId, ...shown(level(dimension, own), unsaid.get(programmeId)) });
    }
  }
  return made;
}

type Slice = Pick<PeriodMetric, 'name' | 'dimension' | 'value' | 'absence'>;

function whole(
  sessions: readonly CountedSession[],
  scores: readonly CountedScore[],
  activities: readonly CountedActivity[],
): Slice[] {
  const hours = activities.reduce((sum, activity) => sum + activity.hours, 0);
  const tooFew = (group: number) => (group > 0 && group < smallestGroup ? 'GROUP_TOO_SMALL' : undefined);
  return [
    ...counts(sessions, hours).map((one) => shown(one, tooFew(people(sessions)))),
    ...[...new Set(scores.map(({ dimension }) => dimension))].map((dimension) => {
      const of = scores.filter((score) => score.dimension === dimension);
      return shown(level(dimension, of), tooFew(people(of)));
    }),
  ];
}

function counts(sessions: readonly CountedSession[], activityHours: number): Slice[] {
  const minutes = sessions
    .filter(({ volunteerId }) => volunteerId !== null)
    .reduce((sum, each) => sum + each.minutes, 0);
  const of = (name: string, value: number) => ({ name, dimension: null, value, absence: null });
  return [
    of('PARTICIPANTS', people(sessions)),
    of('SESSIONS', sessions.length),
    of('VOLUNTEER_HOURS', minutes / 60 + activityHours),
  ];
}

function level(dimension: string, scores: readonly CountedScore[]): Slice {
  const weight = scores.reduce((sum, { confidence }) => sum + confidence, 0);
  const weighted = scores.reduce((sum, each) => sum + each.level * each.confidence, 0);
  return { name: 'OUTCOME_LEVEL', dimension, value: weighted / weight, absence: null };
}

function shown(slice: Slice, absence: string | undefined): Slice {
  return absence === undefined ? slice : { ...slice, value: null, absence };
}

/** Which programmes are not shown, and why. `outside` is the number of people in texts of no programme. */
function hide(groups: readonly { programmeId: string; people: number }[], outside: number): Map<string, string> {
  const small = groups.filter((group) => group.people > 0 && group.people < smallestGroup);
  const hidden = new Map(small.map(({ programmeId }) => [programmeId, 'GROUP_TOO_SMALL']));
  const isAlone = outside === 0 ? small.length === 1 : small.length === 0 && outside < smallestGroup;
  const [next] = groups
    .filter((group) => group.people >= smallestGroup)
    .sort((one, other) => one.people - other.people);
  if (isAlone && next) hidden.set(next.programmeId, 'WOULD_REVEAL');
  return hidden;
}

function people(rows: readonly { participantId: string }[]): number {
  return new Set(rows.map(({ participantId }) => participantId)).size;
}

function firstDayOf(grain: (typeof grains)[number], instant: string): string | null {
  const day = new Date(instant);
  const [year, month] = [day.getUTCFullYear(), day.getUTCMonth()];
  const written = (date: number): string => new Date(date).toISOString().slice(0, 10);
  if (grain === 'ALL_TIME') return null;
  if (grain === 'MONTH') return written(Date.UTC(year, month, 1));
  if (grain === 'QUARTER') return written(Date.UTC(year, month - (month % 3), 1));
  return written(Date.UTC(year, month, day.getUTCDate() - ((day.getUTCDay() + 6) % 7)));
}
