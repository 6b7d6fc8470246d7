import { type Consumer, defineConsumer } from './consumer.ts';
import { participantMerged, participantUnmerged, volunteerMerged, volunteerUnmerged } from './people-merged.ts';
import { type AliasChange, type AliasSchema, PersonAliases } from './person-aliases.ts';
import type { TenantTransaction } from './tenant-transaction.ts';

/** Keeps in a subgraph's own schema as whom people are shown, and lets it draw its conclusions in the same transaction. */
export function keepPersonAliases(
  schema: Exclude<AliasSchema, 'profile'>,
  conclude?: (tx: TenantTransaction, changes: readonly AliasChange[]) => Promise<void>,
): Consumer {
  return defineConsumer({
    name: `${schema}-person-aliases`,
    source: 'profile',
    contracts: [participantMerged, participantUnmerged, volunteerMerged, volunteerUnmerged],
    handle: async (tx, events) => {
      const changes = events.map(({ type, data: { keptId, mergedId, revision } }) => {
        const parted = type === participantUnmerged.type || type === volunteerUnmerged.type;
        return { personId: mergedId, keptId: parted ? mergedId : keptId, revision };
      });
      await new PersonAliases(tx, schema).apply(changes);
      await conclude?.(tx, changes);
    },
  });
}
