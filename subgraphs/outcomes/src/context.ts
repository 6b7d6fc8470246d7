import type { SubgraphParts } from '@teei/runtime/create-subgraph';
import type { OperationContext } from '@teei/runtime/operation-context';
import type { ModelProvider } from '@teei/runtime/remote-model-access';
import { createLoaders, type Loaders } from './loaders/create-loaders.ts';
import { type CompanyModels, companyModels } from './model/company-models.ts';

export interface OutcomesContext extends OperationContext {
  readonly loaders: Loaders;
  /** What the company decided about models, read once for each operation. Whoever decides reads anew. */
  readonly models: () => Promise<CompanyModels>;
  /** Whether this installation has a key to a provider's models. */
  readonly reaches: (provider: ModelProvider) => boolean;
}

export function outcomesContext(
  base: OperationContext,
  { platform }: Pick<SubgraphParts, 'platform'>,
): OutcomesContext {
  let models: Promise<CompanyModels> | undefined;
  return Object.defineProperties({} as OutcomesContext, {
    ...Object.getOwnPropertyDescriptors(base),
    reaches: {
      value: (provider: ModelProvider) => platform.remoteModels?.[provider] !== undefined,
      enumerable: true,
    },
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
