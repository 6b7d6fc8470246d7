import { defineConsumer } from '@teei/runtime/consumer';
import type { SubgraphParts } from '@teei/runtime/create-subgraph';
import { enqueue, enqueueAt } from '@teei/runtime/job';
import { credentialSubmitted, credentialsDue, pullPlanned } from '../events/index.ts';
import { checkCredentialJob, pullJob, recheckCredentialsJob } from './upskilling-jobs.ts';

/** Turns requests and plans into jobs. One that comes twice makes two jobs, and the second finds nothing to do. */
export const upskillingRequests = ({ platform: { queues } }: SubgraphParts) =>
  defineConsumer({
    name: 'programs-upskilling-requests',
    source: 'programs',
    contracts: [credentialSubmitted, credentialsDue, pullPlanned],
    handle: async ({ companyId }, events) => {
      for (const event of events) {
        switch (event.type) {
          case 'programs.credential.submitted':
            await enqueue(queues, checkCredentialJob, { companyId, credentialId: event.data.credentialId });
            break;
          case 'programs.credentials.due': {
            const { turn, at } = event.data;
            await enqueueAt(queues, recheckCredentialsJob, { companyId, turn }, new Date(at));
            break;
          }
          case 'programs.pull.planned': {
            const { connectionId, turn, at } = event.data;
            await enqueueAt(queues, pullJob, { companyId, connectionId, turn }, new Date(at));
            break;
          }
          default:
            event satisfies never;
        }
      }
    },
  });
