import { matchColumns } from '../import-file/match-columns.ts';
import { normaliseSession } from '../import-file/normalise-session.ts';
import type { RawRow } from '../import-file/raw-row.ts';
import type { RowIssue } from '../import-file/row-issue.ts';
import { contentHash } from '../import-run/content-hash.ts';
import type { IncomingSession } from '../import-run/plan-batch.ts';
import type { Mapping } from '../records/define-record.ts';
import type { IncomingRecord } from '../records/incoming-record.ts';
import { recordDefinitions } from '../records/record-definitions.ts';
import type { RecordKind, SourcedKind } from '../records/record-kind.ts';
import { cellsOf } from './cells-of.ts';
import { type CourseProgress, readCourseDeletion, readProgress } from './course-news.ts';
import { type Deletion, kindOfDeletion, readDeletion } from './deletion.ts';
import { readBody, recordOf, type WebhookBody, withoutEnvelope } from './envelope.ts';
import { jsonDialect } from './json-dialect.ts';
import { kindOfEvent, mapData } from './record-events.ts';
import { normaliseRating, type SessionRating } from './session-rating.ts';

/** What a delivery asks for. */
export type Interpretation =
  | { readonly kind: 'session'; readonly session: IncomingSession }
  /** A session that is still to come: told to whoever waits for it, and not counted. */
  | { readonly kind: 'scheduled'; readonly session: IncomingSession }
  /** A session's rating that comes apart from it. */
  | { readonly kind: 'rating'; readonly rating: SessionRating }
  | { readonly kind: 'progress'; readonly progress: CourseProgress }
  | { readonly kind: 'deletion'; readonly deletion: Deletion }
  | { readonly kind: 'record'; readonly of: SourcedKind; readonly record: IncomingRecord }
  | { readonly kind: 'test' }
  /** Kept for a version of the platform that knows it. */
  | { readonly kind: 'unrecognised'; readonly code: 'TYPE_UNKNOWN' | 'VERSION_UNKNOWN' }
  | { readonly kind: 'invalid'; readonly code: string; readonly reason: string };

export interface DeliveredEvent {
  readonly source: string;
  readonly eventType: string;
  readonly eventVersion: number;
  readonly body: string;
}

/** The type of the events that the cockpit sends to try an endpoint. */
export const testEventType = 'webhook.test';

export function interpret(event: DeliveredEvent, now: Date): Interpretation {
  if (event.eventType === testEventType) return { kind: 'test' };
  const read = readerOf(event.eventType) ?? readerOf(`${event.source}.${event.eventType}`);
  if (!read) return { kind: 'unrecognised', code: 'TYPE_UNKNOWN' };
  if (event.eventVersion > 1) return { kind: 'unrecognised', code: 'VERSION_UNKNOWN' };
  const body = readBody(event.body);
  if (!body) return { kind: 'invalid', code: 'NOT_JSON', reason: 'The body is not one JSON object.' };
  return read(body, now);
}

type Reader = (body: WebhookBody, now: Date) => Interpretation;

function readerOf(type: string): Reader | undefined {
  const deleted = kindOfDeletion.get(type);
  if (deleted) return (body, now) => readGone(body, now, deleted);
  const kind = kindOfEvent.get(type);
  return kind ? (body, now) => readRecord(body, now, kind) : otherReaders.get(type);
}

const session: Reader = (body, now) => {
  const data = recordOf(body.data) ?? body;
  // What a volunteer did for an organisation is no session of a participant, though it comes under the same name.
  return recordOf(data.activity) ? readRecord(body, now, 'VOLUNTEER_ACTIVITY') : readSession(data, now, 'session');
};
const scheduled: Reader = (body) => {
  const data = recordOf(body.data) ?? body;
  if (recordOf(data.activity)) return { kind: 'unrecognised', code: 'TYPE_UNKNOWN' };
  return readSession(data, undefined, 'scheduled');
};

const rating: Reader = (body) => {
  const row = cellsOf(recordOf(body.data) ?? body);
  const result = normaliseRating(row, sessionMapping(row), jsonDialect);
  return result.ok ? { kind: 'rating', rating: result.rating } : invalid(result.issues);
};

const progress: Reader = (body, now) => {
  const result = readProgress(cellsOf(recordOf(body.data) ?? withoutEnvelope(body)), now);
  return result.ok ? { kind: 'progress', progress: result.progress } : invalid(result.issues);
};

/** By the types of DOMAIN events and by those that senders of before use. */
const otherReaders: ReadonlyMap<string, Reader> = new Map([
  ['kintell.session.completed', session],
  ['kintell.session.created', session],
  ['kintell.session.updated', session],
  ['kintell.session.scheduled', scheduled],
  ['kintell.rating.created', rating],
  ['kintell.rating.updated', rating],
  ['upskilling.progress.updated', progress],
]);

function readSession(data: WebhookBody, now: Date | undefined, kind: 'session' | 'scheduled'): Interpretation {
  const row = cellsOf(data);
  const result = normaliseSession(row, sessionMapping(row), jsonDialect, now ? { now } : {});
  if (!result.ok) return invalid(result.issues);
  return { kind, session: { session: result.session, contentHash: contentHash(result.session) } };
}

function readGone(body: WebhookBody, now: Date, named: RecordKind): Interpretation {
  const data = recordOf(body.data) ?? withoutEnvelope(body);
  // As with its making: what a volunteer did comes under the name of a session.
  const of = named === 'KINTELL_SESSION' && recordOf(data.activity) ? 'VOLUNTEER_ACTIVITY' : named;
  const row = cellsOf(data);
  if (of === 'COURSE_COMPLETION') {
    const result = readCourseDeletion(row, now);
    return result.ok ? { kind: 'deletion', deletion: result.deletion } : invalid(result.issues);
  }
  const mapping =
    of === 'KINTELL_SESSION'
      ? sessionMapping(row)
      : mappingOf(of, Object.keys(row.cells), (names) => mapData(of, names));
  const deletion = readDeletion(of, row, mapping);
  if (deletion) return { kind: 'deletion', deletion };
  return { kind: 'invalid', code: 'MISSING_VALUE', reason: 'Name the id of the record that is gone.' };
}

function sessionMapping(row: RawRow): Mapping {
  return mappingOf('KINTELL_SESSION', Object.keys(row.cells), (names) => matchColumns(names).mapping);
}

function readRecord(body: WebhookBody, now: Date, of: SourcedKind): Interpretation {
  const row = cellsOf(recordOf(body.data) ?? withoutEnvelope(body));
  const mapping = mappingOf(of, Object.keys(row.cells), (names) => mapData(of, names));
  const result = recordDefinitions[of].normalise(row, mapping, jsonDialect, now);
  if (!result.ok) return invalid(result.issues);
  // The row repeats what people wrote, and only a file's errors are shown beside their rows.
  return { kind: 'record', of, record: { ...result.record, row: null } };
}

/** Names the fields and what is wrong with them, never their values: they may be about people. */
function invalid(issues: readonly RowIssue[]): Interpretation {
  const errors = issues.filter(({ level }) => level === 'error');
  const reason = errors.map(({ column, remedy }) => (column === '' ? remedy : `${column}: ${remedy}`)).join(' ');
  return { kind: 'invalid', code: errors[0]?.code ?? 'INVALID', reason: reason.slice(0, 1_000) };
}

/** A sender's data has the same fields again and again; matching them to names in three languages is worth remembering. */
const mappings = new Map<string, Mapping>();

function mappingOf(kind: RecordKind, names: readonly string[], match: (names: readonly string[]) => Mapping): Mapping {
  const key = [kind, ...names].join('\n');
  const known = mappings.get(key);
  if (known) return known;
  if (mappings.size >= 500) mappings.clear();
  const mapping = match(names);
  mappings.set(key, mapping);
  return mapping;
}
