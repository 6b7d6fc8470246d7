import { setTimeout as pause } from 'node:timers/promises';
import type { SubgraphParts } from '@teei/runtime/create-subgraph';
import { type Database, openDatabase } from '@teei/runtime/database';
import { plainError } from '@teei/runtime/log';
import { createLoop, type Loop } from '@teei/runtime/loop';
import { inTenant, type TenantTransaction } from '@teei/runtime/tenant-transaction';
import { serviceViewer } from '@teei/runtime/viewer';
import { type Interpretation, interpret } from '../domain/webhook/interpret.ts';
import { movedTogether } from '../domain/webhook/moved.ts';
import { pauseAfter } from '../domain/webhook/retry-schedule.ts';
import { webhooksMoved } from '../events/index.ts';
import { profileDirectory } from '../profile-directory.ts';
import { dueCompany } from '../store/due-company.ts';
import { type DueDelivery, keyOf, type RecordKey, type Settled, WebhookQueue } from '../store/webhook-queue.ts';
import { type ApplyParts, applyRecords, type RecordKind, type RecordKinds } from './apply-records.ts';

/** Deliveries of one company in one transaction. */
const batchSize = 100;
/** Milliseconds. After each batch the handling rests for as long as the batch took, up to this: senders wait for the intake, nobody for the handling. */
const longestRest = 100;

/**
 * Handles what webhooks have brought, as it becomes due. A delivery is settled in the transaction of its effects; so
 * whatever is killed meanwhile has no effect and is still due.
 */
export function handleWebhooks(parts: SubgraphParts): Loop {
  const database = openDatabase({ url: parts.platform.databaseUrl, role: 'teei_intake', connections: 1 });
  const apply = { parts, people: profileDirectory(() => parts.platform.subgraph('profile')) };
  const loop = createLoop('webhooks', () => handleSome(apply, database), parts.log);
  const off = parts.platform.wakeUps.on('programs', loop.wake);
  return {
    ...loop,
    stop: async () => {
      off();
      await loop.stop();
      await database.close();
    },
  };
}

/** Resolves to whether there may be more. */
async function handleSome(apply: ApplyParts, intake: Database): Promise<boolean> {
  const started = performance.now();
  const companyId = await dueCompany(intake);
  if (companyId === undefined) return false;
  const taken: DueDelivery[] = [];
  try {
    await handleBatch(apply, companyId, null, taken);
  } catch (error) {
    if (taken.length === 0) throw error;
    // One of them is at fault: each is tried alone, and what fails alone is told why.
    for (const delivery of taken) await handleAlone(apply, companyId, delivery);
  }
  if (taken.length === batchSize) await pause(Math.min(longestRest, performance.now() - started));
  return taken.length > 0;
}

async function handleAlone(apply: ApplyParts, companyId: string, delivery: DueDelivery): Promise<void> {
  try {
    await handleBatch(apply, companyId, [delivery.id], []);
  } catch (error) {
    const attempts = delivery.attempts + 1;
    apply.parts.log.warn({ error: plainError(error), deliveryId: delivery.id, attempts }, 'a webhook failed');
    await inTenant(apply.parts.database, serviceViewer('webhooks', companyId), async (tx) => {
      const [still] = await new WebhookQueue(tx).takeDue(1, [delivery.id]);
      if (still) await settle(apply.parts, tx, [failed(still)]);
    });
  }
}

/** Takes what is due and fills `taken` with it, applies it and settles it, all in one transaction. */
function handleBatch(
  apply: ApplyParts,
  companyId: string,
  ids: readonly string[] | null,
  taken: DueDelivery[],
): Promise<void> {
  return inTenant(apply.parts.database, serviceViewer('webhooks', companyId), async (tx) => {
    taken.push(...(await new WebhookQueue(tx).takeDue(batchSize, ids)));
    const now = new Date();
    const read = taken.map((delivery) => ({ delivery, asks: interpret(delivery, now) }));
    const superseded = await applyInOrder(apply, tx, read);
    await settle(
      apply.parts,
      tx,
      read.map(({ delivery, asks }) => settled(delivery.id, asks, superseded.has(delivery.id))),
    );
  });
}

interface Read {
  readonly delivery: DueDelivery;
  readonly asks: Interpretation;
}

type Applicable = Extract<Interpretation, { kind: RecordKind }>;

/**
 * Applies records in the order in which things happened, not in that of arrival, and answers the deliveries that came too
 * late: a newer event of the same record was applied before.
 */
async function applyInOrder(apply: ApplyParts, tx: TenantTransaction, read: readonly Read[]): Promise<Set<string>> {
  const records = read.flatMap(({ delivery, asks }) =>
    isApplicable(asks) ? { delivery, asks, key: keyOfRecord(asks), occurredAt: delivery.occurredAt } : [],
  );
  if (records.length === 0) return new Set();
  const newest = new Map<string, RecordKey & { readonly occurredAt: Date }>();
  for (const { key, occurredAt } of records) {
    const known = newest.get(keyOf(key));
    if (!known || known.occurredAt < occurredAt) newest.set(keyOf(key), { ...key, occurredAt });
  }
  const before = await new WebhookQueue(tx).noteEvents([...newest.values()]);
  const late = records.filter(({ key, occurredAt }) => occurredAt < (before.get(keyOf(key)) ?? occurredAt));
  const lateIds = new Set(late.map(({ delivery }) => delivery.id));
  const inTime = records
    .filter(({ delivery }) => !lateIds.has(delivery.id))
    .sort((one, other) => one.occurredAt.getTime() - other.occurredAt.getTime() || byId(one.delivery, other.delivery));
  for (const kind of ['scheduled', 'session'] as const) {
    const ofKind = inTime.flatMap(({ asks }) => (asks.kind === kind ? asks.session : []));
    await applyRecords(apply, tx, kind, ofKind satisfies readonly RecordKinds[typeof kind][]);
  }
  return lateIds;
}

function isApplicable(asks: Interpretation): asks is Applicable {
  return asks.kind === 'session' || asks.kind === 'scheduled';
}

/**
 * A session that is announced and then takes place is one record. Whoever sends it, its id is Kintell's, so events of one
 * session that come from two sources are put into one order.
 */
function keyOfRecord({ session }: Applicable): RecordKey {
  return { source: 'kintell', kind: 'session', recordId: session.session.sourceId };
}

function byId(one: DueDelivery, other: DueDelivery): number {
  return one.id < other.id ? -1 : 1;
}

const nothingWrong = { errorCode: null, error: null, pause: null } as const;

function settled(id: string, asks: Interpretation, isLate: boolean): Settled {
  switch (asks.kind) {
    case 'session':
      return { id, status: 'PROCESSED', outcome: isLate ? 'SUPERSEDED' : 'APPLIED', ...nothingWrong };
    case 'scheduled':
      return { id, status: 'PROCESSED', outcome: isLate ? 'SUPERSEDED' : 'NOTED', ...nothingWrong };
    case 'test':
      return { id, status: 'PROCESSED', outcome: 'TEST', ...nothingWrong };
    case 'unrecognised':
      return { id, status: 'UNRECOGNISED', outcome: null, ...nothingWrong };
    // What the body lacks no later attempt will find in it.
    case 'invalid':
      return { id, status: 'DEAD', outcome: null, errorCode: asks.code, error: asks.reason, pause: null };
  }
}

/** The platform's own failure: its text may hold anything, so the log has it and the delivery a code. */
function failed({ id, attempts }: DueDelivery): Settled {
  const pause = pauseAfter(attempts + 1, Math.random()) ?? null;
  const error = 'The platform could not handle it; its log says why.';
  return {
    id,
    status: pause === null ? 'DEAD' : 'RETRYING',
    outcome: null,
    errorCode: 'HANDLING_FAILED',
    error,
    pause,
  };
}

async function settle(parts: SubgraphParts, tx: TenantTransaction, all: readonly Settled[]): Promise<void> {
  if (all.length === 0) return;
  await new WebhookQueue(tx).settle(all);
  await parts.outbox.append(tx, webhooksMoved, [movedTogether(all.map(({ id }) => id))]);
}
