import type { Dialect } from '../import-file/dialect.ts';
import { matchColumns } from '../import-file/match-columns.ts';
import { normaliseSession } from '../import-file/normalise-session.ts';
import type { RowIssue } from '../import-file/row-issue.ts';
import type { ColumnMapping } from '../import-file/session-field.ts';
import { contentHash } from '../import-run/content-hash.ts';
import type { IncomingSession } from '../import-run/plan-batch.ts';
import { cellsOf } from './cells-of.ts';
import { readBody, recordOf, type WebhookBody } from './envelope.ts';

/** What a delivery asks for. */
export type Interpretation =
  | { readonly kind: 'session'; readonly session: IncomingSession }
  /** A session that is still to come: told to whoever waits for it, and not counted. */
  | { readonly kind: 'scheduled'; readonly session: IncomingSession }
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
  const read = readers.get(event.eventType) ?? readers.get(`${event.source}.${event.eventType}`);
  if (!read) return { kind: 'unrecognised', code: 'TYPE_UNKNOWN' };
  if (event.eventVersion > 1) return { kind: 'unrecognised', code: 'VERSION_UNKNOWN' };
  const body = readBody(event.body);
  if (!body) return { kind: 'invalid', code: 'NOT_JSON', reason: 'The body is not one JSON object.' };
  return read(recordOf(body.data) ?? body, now);
}

type Reader = (data: WebhookBody, now: Date) => Interpretation;

const session: Reader = (data, now) => readSession(data, now, 'session');
const scheduled: Reader = (data) => readSession(data, undefined, 'scheduled');

/** By the types of DOMAIN events and by those that senders of before use. */
const readers: ReadonlyMap<string, Reader> = new Map([
  ['kintell.session.completed', session],
  ['kintell.session.created', session],
  ['kintell.session.updated', session],
  ['kintell.session.scheduled', scheduled],
]);

function readSession(data: WebhookBody, now: Date | undefined, kind: 'session' | 'scheduled'): Interpretation {
  const row = cellsOf(data);
  // What a volunteer did for an organisation is no session of a participant.
  if (recordOf(data.activity)) return { kind: 'unrecognised', code: 'TYPE_UNKNOWN' };
  const mapping = mappingOf(Object.keys(row.cells));
  const result = normaliseSession(row, mapping, jsonDialect, now ? { now } : {});
  if (!result.ok) return invalid(result.issues);
  return { kind, session: { session: result.session, contentHash: contentHash(result.session) } };
}

/** Names the fields and what is wrong with them, never their values: they may be about people. */
function invalid(issues: readonly RowIssue[]): Interpretation {
  const errors = issues.filter(({ level }) => level === 'error');
  const reason = errors.map(({ column, remedy }) => (column === '' ? remedy : `${column}: ${remedy}`)).join(' ');
  return { kind: 'invalid', code: errors[0]?.code ?? 'INVALID', reason: reason.slice(0, 1_000) };
}

/** A sender's data has the same fields again and again; matching them to names in three languages is worth remembering. */
const mappings = new Map<string, ColumnMapping>();

function mappingOf(columns: readonly string[]): ColumnMapping {
  const key = columns.join('\n');
  const known = mappings.get(key);
  if (known) return known;
  if (mappings.size >= 500) mappings.clear();
  const { mapping } = matchColumns(columns);
  mappings.set(key, mapping);
  return mapping;
}

/** JSON has one way to write numbers, and its senders one way to write dates. */
const jsonDialect: Dialect = {
  encoding: 'utf-8',
  bomBytes: 0,
  delimiter: ',',
  lineEnding: '\n',
  decimalComma: false,
  dateFormat: 'iso',
  columns: [],
};
