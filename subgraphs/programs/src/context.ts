import type { SubgraphParts } from '@teei/runtime/create-subgraph';
import type { OperationContext } from '@teei/runtime/operation-context';
import type { Sealer } from '@teei/runtime/sealed-secret';
import type { WakeUps } from '@teei/runtime/wake-ups';
import type { CallsFor } from './connectors/provider-calls.ts';
import { createProviderCalls } from './connectors/provider-calls.ts';
import type { PeopleDirectory } from './domain/people-directory.ts';
import type { ParticipantFinder } from './domain/person-clue.ts';
import { createLoaders, type Loaders } from './loaders/create-loaders.ts';
import { profileDirectory } from './profile-directory.ts';
import { profileParticipants } from './profile-participants.ts';
import type { ShownWordRetention } from './rows/words.ts';
import { chosenRetention, defaultWordDays } from './word-retention-of.ts';

export interface ProgramsContext extends OperationContext {
  readonly loaders: Loaders;
  readonly dataFolder: string;
  readonly sealer: Sealer;
  readonly wakeUps: WakeUps;
  readonly people: ParticipantFinder;
  readonly directory: PeopleDirectory;
  readonly callsFor: CallsFor;
  readonly defaultWordDays: number;
  /** As the operation found it. */
  readonly wordRetention: () => Promise<ShownWordRetention>;
}

export function programsContext(base: OperationContext, parts: SubgraphParts): ProgramsContext {
  const defaultDays = defaultWordDays(parts.platform);
  let retention: Promise<ShownWordRetention> | undefined;
  const wordRetention = (): Promise<ShownWordRetention> =>
    (retention ??= base.tx().then((tx) => chosenRetention(tx, defaultDays)));
  return Object.defineProperties({} as ProgramsContext, {
    ...Object.getOwnPropertyDescriptors(base),
    loaders: { value: createLoaders(base), enumerable: true },
    people: { value: profileParticipants(() => parts.platform.subgraph('profile')), enumerable: true },
    directory: { value: profileDirectory(() => parts.platform.subgraph('profile')), enumerable: true },
    callsFor: { value: createProviderCalls(parts.platform.outgoing), enumerable: true },
    defaultWordDays: { value: defaultDays, enumerable: true },
    wordRetention: { value: wordRetention, enumerable: true },
    dataFolder: { value: parts.platform.dataFolder, enumerable: true },
    sealer: { value: parts.platform.sealer, enumerable: true },
    wakeUps: { value: parts.platform.wakeUps, enumerable: true },
  });
}
