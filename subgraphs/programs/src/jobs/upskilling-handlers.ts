import type { SubgraphParts } from '@teei/runtime/create-subgraph';
import { type Job, jobHandler } from '@teei/runtime/job';
import { createProviderCalls } from '../connectors/provider-calls.ts';
import { profileParticipants } from '../profile-participants.ts';
import { checkCredential } from './check-credential.ts';
import { createDocumentFetcher } from './document-fetcher.ts';
import { pullConnection } from './pull-connection.ts';
import { recheckCredentials } from './recheck-credentials.ts';
import { checkCredentialJob, pullJob, recheckCredentialsJob } from './upskilling-jobs.ts';

export function upskillingHandlers(parts: SubgraphParts): Job[] {
  const { queues, subgraph, outgoing } = parts.platform;
  const people = profileParticipants(() => subgraph('profile'));
  const fetchJson = createDocumentFetcher(outgoing);
  const check = (companyId: string, credentialId: string): Promise<void> =>
    checkCredential(parts, { people, fetchJson }, companyId, credentialId);
  return [
    jobHandler(queues, checkCredentialJob, 2, ({ companyId, credentialId }) => check(companyId, credentialId)),
    jobHandler(queues, recheckCredentialsJob, 1, ({ companyId, turn }) =>
      recheckCredentials(parts, check, companyId, turn),
    ),
    jobHandler(queues, pullJob, 2, (pull) =>
      pullConnection(parts, { people, callsFor: createProviderCalls(outgoing) }, pull),
    ),
  ];
}
