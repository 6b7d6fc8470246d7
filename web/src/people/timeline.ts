import type { ParticipantPageQuery } from '../generated/graphql.ts';

type Participant = NonNullable<ParticipantPageQuery['participant']>;
type Session = NonNullable<Participant['sessions']>['nodes'][number];
type Merge = NonNullable<Participant['merges']>[number];
type Enrolment = NonNullable<Participant['enrolments']>['nodes'][number];
type SurveyResponse = NonNullable<Participant['surveyResponses']>[number];

export type TimelineEntry = { readonly key: string; readonly time: string } & (
  | { readonly kind: 'session'; readonly session: Session }
  | { readonly kind: 'merged' | 'unmerged'; readonly merge: Merge }
  | { readonly kind: 'enrolled'; readonly enrolment: Enrolment }
  | { readonly kind: 'survey'; readonly response: SurveyResponse }
);

/**
 * All that happened with a participant, newest first. Sessions come in pages: what is older than the last one that is here is
 * left out until the next page comes, so that no gap is shown as if nothing had happened.
 */
export function timelineOf(
  person: Pick<Participant, 'sessions' | 'merges' | 'enrolments' | 'surveyResponses'>,
): TimelineEntry[] {
  const entries = [
    ...sessionsOf(person.sessions),
    ...(person.merges ?? []).flatMap(mergesOf),
    ...(person.enrolments?.nodes ?? []).map(enrolled),
    ...(person.surveyResponses ?? []).map(answered),
  ];
  const horizon = person.sessions?.pageInfo.hasNextPage ? (person.sessions.nodes.at(-1)?.startedAt ?? '') : '';
  return entries
    .filter(({ time }) => time >= horizon)
    .sort((one, other) =>
      one.time === other.time ? one.key.localeCompare(other.key) : one.time < other.time ? 1 : -1,
    );
}

function sessionsOf(sessions: Participant['sessions']): TimelineEntry[] {
  return (sessions?.nodes ?? []).map((session) => ({
    key: session.id,
    time: session.startedAt,
    kind: 'session',
    session,
  }));
}

function mergesOf(merge: Merge): TimelineEntry[] {
  const { id, mergedAt, unmergedAt } = merge;
  const merged = { key: `${id} merged`, time: mergedAt, kind: 'merged', merge } as const;
  return unmergedAt === null
    ? [merged]
    : [merged, { key: `${id} unmerged`, time: unmergedAt, kind: 'unmerged', merge }];
}

function enrolled(enrolment: Enrolment): TimelineEntry {
  return { key: enrolment.id, time: enrolment.enrolledAt, kind: 'enrolled', enrolment };
}

function answered(response: SurveyResponse): TimelineEntry {
  return { key: response.id, time: response.answeredAt, kind: 'survey', response };
}
