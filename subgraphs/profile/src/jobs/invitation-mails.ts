import { defineConsumer } from '@teei/runtime/consumer';
import type { SubgraphParts } from '@teei/runtime/create-subgraph';
import { enqueue } from '@teei/runtime/job';
import { invitationMailAsked } from '../events/index.ts';
import { invitationMailJob } from './invitation-mail-job.ts';

/** Turns what was asked for into jobs. An event that comes twice makes two jobs, and the second finds its mail sent. */
export const invitationMails = (parts: SubgraphParts) =>
  defineConsumer({
    name: 'profile-invitation-mails',
    source: 'profile',
    contracts: [invitationMailAsked],
    handle: async (tx, events) => {
      for (const { data } of events) {
        await enqueue(parts.platform.queues, invitationMailJob, { companyId: tx.companyId, ...data }, retries);
      }
    },
  });

/** For about two hours: mail servers come back. */
const retries = { attempts: 13, firstPause: 2_000 };
