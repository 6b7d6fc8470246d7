import type { SubgraphParts } from '@teei/runtime/create-subgraph';
import { newId } from '@teei/runtime/id';
import type { TenantTransaction } from '@teei/runtime/tenant-transaction';
import { planBatch, type Stored, splitAtRepeats } from '../domain/import-run/plan-batch.ts';
import type { IncomingRecord } from '../domain/records/incoming-record.ts';
import type { SourcedKind } from '../domain/records/record-kind.ts';
import { withWordsKept } from '../domain/records/words-of-record.ts';
import { courseKey, ensureCourses } from '../store/course-writes.ts';
import { MatchDirectory } from '../store/match-directory.ts';
import { ProgrammeStore } from '../store/programme-store.ts';
import type { RecordRow } from '../store/record-rows.ts';
import { RecordSourceStore } from '../store/record-source-store.ts';
import { recordTables } from '../store/record-tables.ts';
import { enrol } from './enrol.ts';
import type { MetPeople, People } from './known-people.ts';
import { type RecordVersion, recordNews } from './record-news.ts';
import type { StoredCount } from './store-sessions.ts';

interface RecordKeeping {
  /** The partner system whose ids the addresses are. */
  readonly system: string;
  /** Where a record gives its participant a place, and since when. */
  readonly enrolment: {
    readonly kind: 'BUDDY' | 'UPSKILLING';
    readonly name: string;
    readonly since: string;
  } | null;
}

const upskilling = { kind: 'UPSKILLING', name: 'Upskilling' } as const;

export const recordKeeping: Readonly<Record<SourcedKind, RecordKeeping>> = {
  BUDDY_MATCH: { system: 'buddy', enrolment: { kind: 'BUDDY', name: 'Buddy', since: 'matched_at' } },
  BUDDY_EVENT: { system: 'buddy', enrolment: null },
  BUDDY_CHECK_IN: { system: 'buddy', enrolment: null },
  BUDDY_FEEDBACK: { system: 'buddy', enrolment: null },
  COURSE_COMPLETION: { system: 'upskilling', enrolment: { ...upskilling, since: 'completed_at' } },
  // What a file claims of a credential is not verified, and counts for nothing.
  CREDENTIAL: { system: 'upskilling', enrolment: null },
  VOLUNTEER_ACTIVITY: { system: 'volunteering', enrolment: null },
};

export function peopleOfRecords(incoming: readonly IncomingRecord[]): People {
  return {
    participants: incoming.flatMap(({ participantEmail }) => participantEmail ?? []),
    volunteers: incoming.flatMap(({ volunteerEmail }) => volunteerEmail ?? []),
  };
}

/** Stores records with their enrolments and events, and says how many were created, updated or already there. */
export async function storeRecords(
  parts: SubgraphParts,
  tx: TenantTransaction,
  kind: SourcedKind,
  known: MetPeople,
  importId: string | null,
  incoming: readonly IncomingRecord[],
): Promise<StoredCount> {
  await new RecordSourceStore(tx, kind).lock();
  const { runs, repeats } = splitAtRepeats(incoming, sourceIdOf);
  const total = { created: 0, updated: 0, unchanged: repeats };
  const place = await placer(tx, known, incoming);
  for (const run of runs) {
    const stored = await new RecordSourceStore(tx, kind).bySourceId(run.map(sourceIdOf));
    const plan = planBatch(run, stored, sourceIdOf);
    const superseded = await supersededAmong(
      tx,
      kind,
      importId,
      plan.update.map((each) => each.incoming),
    );
    const updates = plan.update.filter((each) => !superseded.has(each.incoming));
    const created = await insert(tx, kind, importId, plan.create, place);
    const updated = await update(tx, kind, importId, updates, place);
    await enrolAll(parts, tx, kind, importId, [...created, ...updated]);
    await recordNews[kind].recorded(parts, tx, created);
    await recordNews[kind].corrected(parts, tx, updated);
    total.created += created.length;
    total.updated += updated.length;
    total.unchanged += run.length - created.length - updated.length;
  }
  return total;
}

export async function supersededAmong(
  tx: TenantTransaction,
  kind: SourcedKind,
  importId: string | null,
  versions: readonly IncomingRecord[],
): Promise<ReadonlySet<IncomingRecord>> {
  const found = await new RecordSourceStore(tx, kind).supersededInFile(importId, versions);
  return new Set(versions.filter(({ sourceId, contentHash }) => found.has(`${contentHash} ${sourceId}`)));
}

function sourceIdOf({ sourceId }: IncomingRecord): string {
  return sourceId;
}

type Place = (record: IncomingRecord, id: string) => RecordRow;

/** Puts the platform's ids of people, courses and matches where a record names them. */
async function placer(tx: TenantTransaction, known: MetPeople, incoming: readonly IncomingRecord[]): Promise<Place> {
  const courses = await ensureCourses(
    tx,
    incoming.flatMap(({ course }) => course ?? []),
  );
  const references = incoming.flatMap(({ match }) => match ?? []);
  const found = references.length === 0 ? [] : await new MatchDirectory(tx).find(references);
  const matches = new Map(references.map((reference, index) => [reference, found[index] ?? null]));
  return ({ content, sourceId, participantEmail, volunteerEmail, course, match }, id) => ({
    ...content,
    id,
    source_id: sourceId,
    external_id: sourceId,
    participant_id: participantEmail === null ? null : known.participant(participantEmail),
    volunteer_id: known.volunteer(volunteerEmail),
    course_id: course === null ? null : (courses.get(courseKey(course)) ?? null),
    match_id: match === null ? null : (matches.get(match) ?? null),
  });
}

async function insert(
  tx: TenantTransaction,
  kind: SourcedKind,
  importId: string | null,
  records: readonly IncomingRecord[],
  place: Place,
): Promise<RecordVersion[]> {
  if (records.length === 0) return [];
  const now = new Date().toISOString();
  const made = records.map((record) => ({
    record,
    row: withWordsKept(kind, place(record, newId()), undefined, now),
  }));
  const inserted = await recordTables[kind].insert(
    tx,
    made.map(({ row }) => row),
  );
  const ids = new Set(inserted.map(({ id }) => id));
  const kept = made.filter(({ row }) => ids.has(row.id));
  const sources = kept.map(({ record: { sourceId, contentHash }, row: { id } }) => ({ id, sourceId, contentHash }));
  await new RecordSourceStore(tx, kind).add(sources, importId);
  return kept.map(({ row }) => ({ row, revision: 1 }));
}

async function update(
  tx: TenantTransaction,
  kind: SourcedKind,
  importId: string | null,
  changes: readonly { readonly stored: Stored; readonly incoming: IncomingRecord }[],
  place: Place,
): Promise<RecordVersion[]> {
  if (changes.length === 0) return [];
  const table = recordTables[kind];
  const before = await table.read(
    tx,
    changes.map(({ stored }) => stored.id),
  );
  const revised = changes.map(({ stored, incoming }) => ({ id: stored.id, contentHash: incoming.contentHash }));
  await new RecordSourceStore(tx, kind).revise(
    revised,
    before.map(({ row }) => row),
    importId,
  );
  const rows = new Map(before.map(({ row }) => [row.id, row]));
  const now = new Date().toISOString();
  const written = changes.map(({ stored, incoming }) => ({
    row: withWordsKept(kind, place(incoming, stored.id), rows.get(stored.id), now),
    revision: stored.revision + 1,
  }));
  await table.overwrite(
    tx,
    written.map(({ row }) => row),
  );
  return written;
}

async function enrolAll(
  parts: SubgraphParts,
  tx: TenantTransaction,
  kind: SourcedKind,
  importId: string | null,
  written: readonly RecordVersion[],
): Promise<void> {
  const { enrolment } = recordKeeping[kind];
  if (enrolment === null || written.length === 0) return;
  const programmeId = await new ProgrammeStore(tx).ensure(enrolment.kind, enrolment.name);
  const since = new Map<string, string>();
  for (const { row } of written) {
    const participantId = String(row.participant_id);
    const at = String(row[enrolment.since]);
    const earlier = since.get(participantId);
    if (earlier === undefined || at < earlier) since.set(participantId, at);
  }
  const places = [...since].map(([participantId, enrolledAt]) => ({ programmeId, participantId, enrolledAt }));
  await enrol(parts, tx, places, importId);
}
