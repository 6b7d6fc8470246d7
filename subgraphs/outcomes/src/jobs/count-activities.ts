import { activityLogged, activityWithdrawn } from '@teei/programs/events';
import { defineConsumer } from '@teei/runtime/consumer';
import type { SubgraphParts } from '@teei/runtime/create-subgraph';
import { factsChanged } from '../events/index.ts';
import { ActivityFactStore } from '../store/activity-fact-store.ts';
import { markDirty } from '../store/metric-computation.ts';

/** Keeps which volunteer hours there are and which of them count. Revisions decide, so the order of events does not. */
export const countActivities = ({ outbox }: SubgraphParts) =>
  defineConsumer({
    name: 'outcomes-count-activities',
    source: 'programs',
    contracts: [activityLogged, activityWithdrawn],
    weight: 'background',
    handle: async (tx, events) => {
      const facts = new ActivityFactStore(tx);
      const logged = events.flatMap((event) => (event.type === activityLogged.type ? [event.data] : []));
      const months = [
        ...(await facts.keep(
          logged.map(({ status, inSession, ...fact }) => ({
            ...fact,
            approved: isApproved(status) && inSession !== true,
          })),
        )),
        ...(await facts.withdraw(
          events.flatMap((event) => (event.type === activityWithdrawn.type ? [event.data] : [])),
        )),
      ];
      if (months.length === 0) return;
      const changed = [...new Set(months)].sort();
      await markDirty(tx, changed);
      await outbox.append(tx, factsChanged, [{ subject: tx.companyId, data: { months: changed } }]);
    },
  });

/** Before hours were reviewed, all of them counted. */
function isApproved(status: 'LOGGED' | 'APPROVED' | 'DECLINED' | undefined): boolean {
  return status === undefined || status === 'APPROVED';
}
