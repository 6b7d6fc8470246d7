import { auditRecorded } from '@teei/runtime/audit-recorded';
import type { SubgraphParts } from '@teei/runtime/create-subgraph';
import { newId } from '@teei/runtime/id';
import { inTenant, type TenantTransaction } from '@teei/runtime/tenant-transaction';
import { actorOf, serviceViewer } from '@teei/runtime/viewer';
import { fitsBudget, reachedWarnings, WARNED_AT, type WarnedAt } from '../../domain/remote/budget-rules.ts';
import { modelBudgetReached } from '../../events/index.ts';
import type { CallOutcome, RemoteSettingRow } from '../../rows/remote-model.ts';
import { ModelAnswerStore, type Question } from '../../store/model-answer-store.ts';
import { ModelSpendingStore, type NewCall } from '../../store/model-spending-store.ts';
import { RemoteSettingStore } from '../../store/remote-setting-store.ts';
import { type RemoteModel, remoteModels } from './remote-models.ts';

/**
 * What one company spends, asks and was answered. Each step is a short transaction of its own, so that none is open while a provider
 * thinks; what is reserved before a call holds however many processes call at once.
 */
export class CallBooks {
  readonly #parts: BooksParts;
  readonly companyId: string;

  constructor(parts: BooksParts, companyId: string) {
    this.#parts = parts;
    this.companyId = companyId;
  }

  setting(): Promise<RemoteSettingRow | null> {
    return this.#within((tx) => new RemoteSettingStore(tx).find());
  }

  /** What was answered to the same question before. */
  answered(question: Question): Promise<unknown> {
    return this.#within((tx) => new ModelAnswerStore(tx).find(question));
  }

  keep(question: Question, answer: unknown): Promise<void> {
    return this.#within((tx) => new ModelAnswerStore(tx).put(question, answer));
  }

  /** Milliseconds until the pace of a minute has room for another call; 0 where it has. */
  waitForRoom(): Promise<number> {
    return this.#within(async (tx) => {
      const { calls, wait } = await new ModelSpendingStore(tx).lastMinute();
      return calls < remoteModels().callsPerMinute ? 0 : wait;
    });
  }

  /** Holds the cost of a call back, as far as budget and pace allow. */
  reserve(line: Line, mostMicros: number, allowance: Allowance): Promise<Reservation> {
    return this.#within(async (tx) => {
      const spending = new ModelSpendingStore(tx);
      await spending.lock();
      await spending.settleLost();
      const { calls, wait } = await spending.lastMinute();
      if (calls >= remoteModels().callsPerMinute) return { is: 'TOO_SOON', wait };
      const [setting, month] = [await new RemoteSettingStore(tx).find(), await spending.month()];
      const { limitMicros = 0, cheaperMicros = 0 } = setting ?? {};
      const limit = allowance === 'LIMIT' ? limitMicros : limitMicros + cheaperMicros;
      if (!fitsBudget(month, mostMicros, limit)) {
        // Calls under way mostly cost less than what is held back for them.
        if (fitsBudget({ ...month, reservedMicros: 0 }, mostMicros, limit)) return { is: 'TOO_SOON', wait: 2_000 };
        if (limitMicros > 0) await this.#warn(tx, WARNED_AT, limitMicros);
        return { is: 'OVER_BUDGET' };
      }
      const call = callOf(line);
      await spending.reserve({ ...call, reservedMicros: mostMicros });
      return { is: 'HELD', id: call.id };
    });
  }

  /** Notes what became of a call and what it cost. */
  settle(
    id: string,
    outcome: CallOutcome,
    cost: { readonly input: number | null; readonly output: number | null; readonly micros: number },
  ): Promise<void> {
    return this.#within(async (tx) => {
      const spending = new ModelSpendingStore(tx);
      await spending.lock();
      const { input: inputTokens, output: outputTokens, micros: costMicros } = cost;
      await spending.settle(id, { outcome, inputTokens, outputTokens, costMicros });
      const [setting, { spentMicros }] = [await new RemoteSettingStore(tx).find(), await spending.month()];
      const limitMicros = setting?.limitMicros ?? 0;
      await this.#warn(tx, reachedWarnings(spentMicros, limitMicros), limitMicros);
    });
  }

  /** Notes that nothing left the house, and why. */
  note(line: Line, outcome: CallOutcome): Promise<void> {
    return this.#within((tx) => new ModelSpendingStore(tx).note(callOf(line), outcome));
  }

  async #warn(tx: TenantTransaction, reached: readonly WarnedAt[], limitMicros: number): Promise<void> {
    const spending = new ModelSpendingStore(tx);
    const fresh = await spending.warn(reached);
    if (fresh.length === 0) return;
    const { spentMicros } = await spending.month();
    const month = new Date().toISOString().slice(0, 7);
    const told = fresh.map((percent) => ({ month, percent, spentMicros, limitMicros }));
    const [subject, actor] = [this.companyId, actorOf(tx.viewer)];
    const { outbox } = this.#parts;
    await outbox.append(
      tx,
      modelBudgetReached,
      told.map((data) => ({ subject, data })),
    );
    const lines = told.map((detail) => ({ action: 'modelBudget.reached', actor, target: subject, detail }));
    await outbox.append(
      tx,
      auditRecorded,
      lines.map((data) => ({ subject, data })),
    );
  }

  #within<T>(work: (tx: TenantTransaction) => Promise<T>): Promise<T> {
    return inTenant(this.#parts.database, serviceViewer(SERVICE, this.companyId), work);
  }
}

const SERVICE = 'outcomes-read-remotely';

function callOf({ model: { name: model, pricedOn }, promptVersion, sourceId }: Line): NewCall {
  return { id: newId(), purpose: 'Q2Q', model, promptVersion, sourceId, pricedOn };
}

export type BooksParts = Pick<SubgraphParts, 'database' | 'outbox'>;

/** Which text was to be read by what. */
export interface Line {
  readonly model: RemoteModel;
  readonly promptVersion: string;
  readonly sourceId: string;
}

/** The limit alone, or with what the cheaper model may spend beyond it. */
export type Allowance = 'LIMIT' | 'BEYOND';

export type Reservation =
  | { readonly is: 'HELD'; readonly id: string }
  | { readonly is: 'OVER_BUDGET' }
  /** Milliseconds until there is room for another call. */
  | { readonly is: 'TOO_SOON'; readonly wait: number };
