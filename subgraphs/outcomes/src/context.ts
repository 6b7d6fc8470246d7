import type { OperationContext } from '@teei/runtime/operation-context';
import { createLoaders, type Loaders } from './loaders/create-loaders.ts';
import { type CompanyModels, companyModels } from './model/company-models.ts';

export interface OutcomesContext extends OperationContext {
  readonly loaders: Loaders;
  /** What the company decided about models, read once for each operation. Whoever decides reads anew. */
  readonly models: () => Promise<CompanyModels>;
}

export function outcomesContext(base: OperationContext): OutcomesContext {
  let models: Promise<CompanyModels> | undefined;
  return Object.defineProperties({} as OutcomesContext, {
    ...Object.getOwnPropertyDescriptors(base),
    loaders: { value: createLoaders(base), enumerable: true },
    models: {
      value: () => {
        models ??= base.tx().then(companyModels);
        return models;
      },
      enumerable: true,
    },
  });
}
