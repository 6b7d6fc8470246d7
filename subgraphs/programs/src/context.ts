import type { SubgraphParts } from '@teei/runtime/create-subgraph';
import type { OperationContext } from '@teei/runtime/operation-context';
import type { Sealer } from '@teei/runtime/sealed-secret';
import type { WakeUps } from '@teei/runtime/wake-ups';
import { createLoaders, type Loaders } from './loaders/create-loaders.ts';

export interface ProgramsContext extends OperationContext {
  readonly loaders: Loaders;
  readonly dataFolder: string;
  readonly sealer: Sealer;
  readonly wakeUps: WakeUps;
}

export function programsContext(base: OperationContext, parts: SubgraphParts): ProgramsContext {
  return Object.defineProperties({} as ProgramsContext, {
    ...Object.getOwnPropertyDescriptors(base),
    loaders: { value: createLoaders(base), enumerable: true },
    dataFolder: { value: parts.platform.dataFolder, enumerable: true },
    sealer: { value: parts.platform.sealer, enumerable: true },
    wakeUps: { value: parts.platform.wakeUps, enumerable: true },
  });
}
