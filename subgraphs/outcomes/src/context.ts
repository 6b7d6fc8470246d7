import type { OperationContext } from '@teei/runtime/operation-context';
import type { Scorer } from './domain/q2q/score-text.ts';
import { createLoaders, type Loaders } from './loaders/create-loaders.ts';
import { loadScorer } from './model/local-model.ts';

export interface OutcomesContext extends OperationContext {
  readonly loaders: Loaders;
  /** Read from disk at first use. */
  readonly scorer: Scorer;
}

export function outcomesContext(base: OperationContext): OutcomesContext {
  return Object.defineProperties({} as OutcomesContext, {
    ...Object.getOwnPropertyDescriptors(base),
    loaders: { value: createLoaders(base), enumerable: true },
    scorer: { get: loadScorer, enumerable: true },
  });
}
