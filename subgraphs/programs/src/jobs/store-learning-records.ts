import { createHash } from 'node:crypto';
import type { Outbox } from '@teei/runtime/outbox';
import type { TenantTransaction } from '@teei/runtime/tenant-transaction';
import type { LearningFact, LearningRecord, RejectedRecord } from '../domain/learning/learning-record.ts';
import { planRecords } from '../domain/learning/plan-records.ts';
import type { ParticipantFinder } from '../domain/person-clue.ts';
import { courseCompleted, courseCompletionWithdrawn, progressUpdated } from '../events/index.ts';
import type { ImportAccountRow } from '../rows/import.ts';
import { LearningRecordStore, type RecordToStore } from '../store/learning-record-store.ts';
import { type CompletionChange, type CoursePlace, RecordCompletions } from '../store/record-completions.ts';

/** Records whose people were looked up already: that is a call to another subgraph, and made outside of the transaction. */
export interface MatchedRecords {
  readonly records: readonly LearningRecord[];
  readonly participantOf: ReadonlyMap<LearningRecord, string | null>;
  readonly rejected: number;
  /** What says nothing of courses. */
  readonly passedOver: number;
}

export async function matchRecords(
  people: ParticipantFinder,
  companyId: string,
  read: readonly (LearningRecord | RejectedRecord)[],
  passedOver: number,
): Promise<MatchedRecords> {
  const records = read.filter((each) => each.kind !== 'REJECTED');
  const facts = records.filter((each): each is LearningFact => each.kind !== 'WITHDRAWN');
  const found = await people.find(
    companyId,
    facts.map(({ clues }) => clues),
  );
  const participantOf = new Map(facts.map((fact, index) => [fact, found[index] ?? null]));
  return { records, participantOf, rejected: read.length - records.length, passedOver };
}

/** Stores records with the completions that follow from them and the events that tell of those. */
export async function storeLearningRecords(
  tx: TenantTransaction,
  outbox: Outbox,
  source: string,
  { records, participantOf, rejected, passedOver }: MatchedRecords,
): Promise<ImportAccountRow> {
  const store = new LearningRecordStore(tx);
  await store.lockSource(source);
  const resolved = await resolve(store, records, participantOf);
  const known = await store.stored(source, [...new Set(records.map(({ externalId }) => externalId))]);
  const plan = planRecords(resolved, known);
  if (plan.put.length > 0) await store.put(source, plan.put);
  await settleCompletions(tx, outbox, plan.put, known);
  await tellProgress(tx, outbox, plan.put);
  const { created, updated } = plan;
  const unchanged = plan.unchanged + passedOver;
  return { read: created + updated + unchanged + rejected, created, updated, unchanged, rejected };
}

async function resolve(
  store: LearningRecordStore,
  records: readonly LearningRecord[],
  participantOf: ReadonlyMap<LearningRecord, string | null>,
): Promise<RecordToStore[]> {
  const facts = records.filter((each): each is LearningFact => each.kind !== 'WITHDRAWN');
  const ids = facts.length === 0 ? [] : await store.ensureCourses(facts.map(({ course }) => course));
  const courseOf = new Map(facts.map((fact, index) => [fact, ids[index] ?? null]));
  return records.map((record) => {
    if (record.kind === 'WITHDRAWN') return withdrawn(record.externalId);
    const { kind, externalId, occurredAt, progress, score } = record;
    const courseId = courseOf.get(record) ?? null;
    const contentHash = hashOf([kind, courseId, occurredAt, progress, score]);
    return {
      externalId,
      kind,
      contentHash,
      courseId,
      participantId: participantOf.get(record) ?? null,
      occurredAt,
      progress,
      score,
    };
  });
}

function withdrawn(externalId: string): RecordToStore {
  const nothing = { courseId: null, participantId: null, occurredAt: null, progress: null, score: null };
  return { externalId, kind: 'WITHDRAWN', contentHash: hashOf(['WITHDRAWN']), ...nothing };
}

async function settleCompletions(
  tx: TenantTransaction,
  outbox: Outbox,
  put: readonly RecordToStore[],
  known: readonly {
    readonly courseId: string | null;
    readonly participantId: string | null;
    readonly externalId: string;
  }[],
): Promise<void> {
  const written = new Set(put.map(({ externalId }) => externalId));
  const touched = [...put, ...known.filter(({ externalId }) => written.has(externalId))];
  const places = new Map<string, CoursePlace>();
  for (const { courseId, participantId } of touched) {
    if (courseId && participantId) places.set(`${courseId} ${participantId}`, { courseId, participantId });
  }
  if (places.size === 0) return;
  const completions = new RecordCompletions(tx);
  const gone = await completions.withdraw([...places.values()]);
  const made = await completions.write([...places.values()]);
  await outbox.append(tx, courseCompletionWithdrawn, gone.map(completionEvent));
  await outbox.append(tx, courseCompleted, made.map(completionEvent));
}

function completionEvent({ id, completedAt, ...rest }: CompletionChange) {
  return { subject: id, data: { completionId: id, completedAt: completedAt.toISOString(), ...rest } };
}

async function tellProgress(tx: TenantTransaction, outbox: Outbox, put: readonly RecordToStore[]): Promise<void> {
  const events = put.flatMap(({ courseId, participantId, progress, occurredAt }) =>
    courseId && participantId && progress !== null && occurredAt
      ? [{ subject: participantId, data: { courseId, participantId, progress, occurredAt } }]
      : [],
  );
  await outbox.append(tx, progressUpdated, events);
}

function hashOf(content: readonly unknown[]): string {
  return createHash('sha256').update(JSON.stringify(content)).digest('hex');
}
