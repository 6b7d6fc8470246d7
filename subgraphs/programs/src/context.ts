import type { SubgraphParts } from '@teei/runtime/create-subgraph';
import type { OperationContext } from '@teei/runtime/operation-context';
import { createLoaders, type Loaders } from './loaders/create-loaders.ts';

export interface ProgramsContext extends OperationContext {
  readonly loaders: Loaders;
  readonly dataFolder: string;
}

export function programsContext(base: OperationContext, parts: SubgraphParts): ProgramsContext {
  return Object.defineProperties({} as ProgramsContext, {
    ...Object.getOwnPropertyDescriptors(base),
    loaders: { value: createLoaders(base), enumerable: true },
    dataFolder: { value: parts.platform.dataFolder, enumerable: true },
  });
}
