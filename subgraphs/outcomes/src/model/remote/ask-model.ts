import { setTimeout as sleep } from 'node:timers/promises';
import { Breaker } from '@teei/runtime/breaker';
import type { RemoteModelAccess } from '@teei/runtime/remote-model-access';
import { costOf, mostOf } from '../../domain/remote/call-cost.ts';
import { checkAnswer, type RemoteScore } from '../../domain/remote/remote-answer.ts';
import type { Allowance, CallBooks, Line } from './call-books.ts';
import { CallFailure, callProvider } from './call-provider.ts';
import { type RemoteModel, remoteModels } from './remote-models.ts';

/** Asks remote models, each again where that can help, and gives those a rest that fail again and again. One for each process. */
export class ModelAsker {
  readonly #access: RemoteModelAccess;
  readonly #patience: Patience;
  readonly #breakers = new Map<string, Breaker>();

  constructor(access: RemoteModelAccess = {}, patience: Partial<Patience> = {}) {
    this.#access = access;
    this.#patience = { ...usualPatience, ...patience };
  }

  /** Whether the operator has a key to the model. */
  reaches({ provider }: Pick<RemoteModel, 'provider'>): boolean {
    return this.#access[provider] !== undefined;
  }

  /** Every call is reserved before it is made and settled after; a call that is tried again is another one. */
  async ask(books: CallBooks, question: ModelQuestion, allowance: Allowance): Promise<ModelAnswer> {
    const { line, system, user } = question;
    const { outputTokens } = remoteModels();
    const most = mostOf(line.model, [system, user], outputTokens);
    for (let attempt = 1; ; attempt++) {
      const breaker = this.#breakerOf(line.model.name);
      if (!breaker.admits()) {
        await books.note(line, 'UNAVAILABLE');
        return { is: 'FAILED' };
      }
      const reservation = await books.reserve(line, most, allowance);
      if (reservation.is !== 'HELD') {
        breaker.notMade();
        return reservation;
      }
      const outcome = await this.#call(books, question, { id: reservation.id, most });
      if (!(outcome instanceof CallFailure)) {
        breaker.succeeded();
        return outcome;
      }
      breaker.failed();
      if (!mayPass.has(outcome.outcome)) return { is: 'FAILED' };
      const { firstPause, longestPause, attempts } = this.#patience;
      const pause = Math.max(outcome.wait, firstPause * 2 ** (attempt - 1) * (0.5 + Math.random()));
      if (attempt === attempts || pause > longestPause) return { is: 'FAILED' };
      await sleep(pause);
    }
  }

  async #call(
    books: CallBooks,
    { line, system, user, clauses }: ModelQuestion,
    { id, most }: { readonly id: string; readonly most: number },
  ): Promise<ModelAnswer | CallFailure> {
    const { name: model, provider } = line.model;
    const access = this.#access[provider];
    if (!access) throw new Error(`there is no key to ${provider}`);
    try {
      const { outputTokens } = remoteModels();
      const { milliseconds } = this.#patience;
      const answer = await callProvider({ provider, access, model }, { system, user, outputTokens, milliseconds });
      const checked = answer.ending === 'COMPLETE' ? checkAnswer(answer.text, clauses) : answer.ending;
      const { input, output } = answer;
      const isCounted = input !== undefined && output !== undefined;
      // A provider that does not say what it charges has charged the most that it may have.
      const micros = isCounted ? costOf(line.model, { input, output }) : most;
      const outcome = typeof checked === 'string' ? checked : 'READ';
      await books.settle(id, outcome, { input: input ?? null, output: output ?? null, micros });
      if (typeof checked !== 'string') return { is: 'ANSWERED', scores: checked };
      return { is: checked === 'HOSTILE' ? 'HOSTILE' : 'FAILED' };
    } catch (error) {
      if (!(error instanceof CallFailure)) throw error;
      // Whoever did not wait for the answer may be charged for it all the same.
      const isCharged = error.outcome === 'TIMED_OUT' || error.outcome === 'MALFORMED';
      await books.settle(id, error.outcome, { input: null, output: null, micros: isCharged ? most : 0 });
      return error;
    }
  }

  #breakerOf(model: string): Breaker {
    const known = this.#breakers.get(model);
    if (known) return known;
    const made = new Breaker(this.#patience.breaker, () => undefined);
    this.#breakers.set(model, made);
    return made;
  }
}

const mayPass = new Set<CallFailure['outcome']>(['THROTTLED', 'UNAVAILABLE', 'TIMED_OUT']);

/** Milliseconds. */
interface Patience {
  /** For one answer. */
  readonly milliseconds: number;
  readonly attempts: number;
  /** Before the second attempt; twice as long before each further one, and half of it more or less by chance. */
  readonly firstPause: number;
  /** Whoever asks to be left alone for longer is left to the next model. */
  readonly longestPause: number;
  readonly breaker: { readonly threshold: number; readonly rest: number };
}

const usualPatience: Patience = {
  milliseconds: 20_000,
  attempts: 3,
  firstPause: 500,
  longestPause: 15_000,
  breaker: { threshold: 5, rest: 30_000 },
};

export interface ModelQuestion {
  readonly line: Line;
  readonly system: string;
  readonly user: string;
  /** How many clauses there are in it. */
  readonly clauses: number;
}

export type ModelAnswer =
  | { readonly is: 'ANSWERED'; readonly scores: readonly RemoteScore[] }
  | { readonly is: 'FAILED' | 'HOSTILE' | 'OVER_BUDGET' }
  | { readonly is: 'TOO_SOON'; readonly wait: number };
