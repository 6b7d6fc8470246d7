import type { SubgraphParts } from '@teei/runtime/create-subgraph';
import { keepPersonAliases } from '@teei/runtime/keep-person-aliases';
import { factsChanged } from '../events/index.ts';
import { monthsOfPeople } from '../store/fact-store.ts';
import { markDirty } from '../store/metric-computation.ts';

/** Keeps as whom people are shown, and has the months computed anew in which there is something of theirs to count. */
export const recountPeople = ({ outbox }: SubgraphParts) =>
  keepPersonAliases('outcomes', async (tx, changes) => {
    const months = await monthsOfPeople(
      tx,
      changes.map(({ personId }) => personId),
    );
    if (months.length === 0) return;
    await markDirty(tx, months);
    await outbox.append(tx, factsChanged, [{ subject: tx.companyId, data: { months } }]);
  });
