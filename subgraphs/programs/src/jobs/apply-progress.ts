import type { TenantTransaction } from '@teei/runtime/tenant-transaction';
import type { LearningFact } from '../domain/learning/learning-record.ts';
import type { CourseProgress } from '../domain/webhook/course-news.ts';
import type { ApplyParts } from './apply-records.ts';
import { KnownPeople } from './known-people.ts';
import { storeLearningRecords } from './store-learning-records.ts';

/** The source of what webhooks say of courses; statements that were handed in and connections have names of their own. */
const source = 'webhooks';

/** Stores how far people have come, oldest first: of one person and course the last counts, and what is known already changes nothing. */
export async function applyProgress(
  { parts, people }: ApplyParts,
  tx: TenantTransaction,
  all: readonly (CourseProgress & { readonly toldAt: Date })[],
): Promise<void> {
  if (all.length === 0) return;
  const whom = { participants: all.map(({ participantEmail }) => participantEmail), volunteers: [] };
  const known = await new KnownPeople(people, tx.companyId, 'upskilling', null).meet(whom);
  const facts = new Map(all.map((each) => [factOf(each), known.participant(each.participantEmail)]));
  const records = { records: [...facts.keys()], participantOf: facts, rejected: 0, passedOver: 0 };
  await storeLearningRecords(tx, parts.outbox, source, records);
}

function factOf({ sourceId, course, percent, progressedAt, toldAt }: CourseProgress & { toldAt: Date }): LearningFact {
  return {
    kind: 'PROGRESSED',
    externalId: sourceId,
    clues: [],
    course,
    occurredAt: progressedAt ?? toldAt.toISOString(),
    progress: percent,
    score: null,
  };
}
