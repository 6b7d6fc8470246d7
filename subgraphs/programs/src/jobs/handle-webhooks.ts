import { setTimeout as pause } from 'node:timers/promises';
import type { SubgraphParts } from '@teei/runtime/create-subgraph';
import { type Database, openDatabase } from '@teei/runtime/database';
import { plainError } from '@teei/runtime/log';
import { createLoop, type Loop } from '@teei/runtime/loop';
import { inTenant, type TenantTransaction } from '@teei/runtime/tenant-transaction';
import { serviceViewer } from '@teei/runtime/viewer';
import { interpret } from '../domain/webhook/interpret.ts';
import { movedTogether } from '../domain/webhook/moved.ts';
import { pauseAfter } from '../domain/webhook/retry-schedule.ts';
import { webhooksMoved } from '../events/index.ts';
import { profileDirectory } from '../profile-directory.ts';
import { dueCompany } from '../store/due-company.ts';
import { type DueDelivery, type Settled, WebhookQueue } from '../store/webhook-queue.ts';
import { applyInOrder, type Read, type Withheld } from './apply-in-order.ts';
import type { ApplyParts } from './apply-records.ts';

/** Deliveries of one company in one transaction. */
const batchSize = 100;
/** Milliseconds. After each full batch the handling rests for as long as the batch took, up to this; while deliveries rush in, for longer: senders wait for the intake, nobody for the handling. */
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
  const spent = performance.now() - started;
  if (taken.length === batchSize) await pause(Math.min(longestRest, spent));
  await apply.parts.platform.queues.room.giveWay(spent);
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
      if (still) await settle(apply.parts, tx, [failed(still, 'HANDLING_FAILED')]);
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
    const read: Read[] = taken.map((delivery) => ({ delivery, asks: interpret(delivery, now) }));
    const withheld = await applyInOrder(apply, tx, read);
    await settle(
      apply.parts,
      tx,
      read.map((each) => settled(each, withheld.get(each.delivery.id))),
    );
  });
}

const nothingWrong = { errorCode: null, error: null, pause: null } as const;

function settled({ delivery, asks }: Read, withheld: Withheld | undefined): Settled {
  const { id } = delivery;
  const isLate = withheld === 'SUPERSEDED';
  if (withheld !== undefined && withheld !== 'SUPERSEDED') return failed(delivery, withheld);
  switch (asks.kind) {
    case 'session':
    case 'rating':
    case 'progress':
    case 'deletion':
    case 'record':
      return { id, status: 'PROCESSED', outcome: isLate ? 'SUPERSEDED' : 'APPLIED', ...nothingWrong };
    case 'scheduled':
      return { id, status: 'PROCESSED', outcome: isLate ? 'SUPERSEDED' : 'NOTED', ...nothingWrong };
    case 'test':
      return { id, status: 'PROCESSED', outcome: 'TEST', ...nothingWrong };
    case 'unrecognised':
      return { id, status: 'UNRECOGNISED', outcome: null, errorCode: asks.code, error: unread[asks.code], pause: null };
    // What the body lacks no later attempt will find in it.
    case 'invalid':
      return { id, status: 'DEAD', outcome: null, errorCode: asks.code, error: asks.reason, pause: null };
  }
}

const unread = {
  TYPE_UNKNOWN: 'The platform does nothing with events of this type.',
  VERSION_UNKNOWN: 'The platform does not know this version of the event yet.',
} as const;

const reasons = {
  // The platform's own failure: its text may hold anything, so the log has it and the delivery a code.
  HANDLING_FAILED: 'The platform could not handle it; its log says why.',
  // Senders do not keep their own order, so the match may be on its way.
  MATCH_NOT_FOUND: 'No buddy match has the id or the two e-mail addresses that it names.',
  SESSION_NOT_FOUND: 'No session has the id that it rates.',
  // Its events may be deleted next.
  RECORD_IN_USE: 'Other records still belong to what it deletes.',
} as const;

/** What another attempt may mend. */
function failed({ id, attempts }: DueDelivery, errorCode: keyof typeof reasons): Settled {
  const pause = pauseAfter(attempts + 1, Math.random()) ?? null;
  const status = pause === null ? 'DEAD' : 'RETRYING';
  return { id, status, outcome: null, errorCode, error: reasons[errorCode], pause };
}

async function settle(parts: SubgraphParts, tx: TenantTransaction, all: readonly Settled[]): Promise<void> {
  if (all.length === 0) return;
  await new WebhookQueue(tx).settle(all);
  await parts.outbox.append(tx, webhooksMoved, [movedTogether(all.map(({ id }) => id))]);
}
