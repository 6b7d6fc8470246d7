import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createSubgraph, type Platform, type Subgraph } from '@teei/runtime/create-subgraph';
import { profileContext } from './context.ts';
import { evaluateDue, watchDueJourneys } from './jobs/evaluate-due.ts';
import { evaluateEverybody } from './jobs/evaluate-everybody.ts';
import { evaluationRequests } from './jobs/evaluation-requests.ts';
import { invitationMails } from './jobs/invitation-mails.ts';
import { journeyEvents } from './jobs/journey-events.ts';
import { orphanedPeople } from './jobs/orphaned-people.ts';
import { programmeMembership } from './jobs/programme-membership.ts';
import { sendInvitationMail } from './jobs/send-invitation-mail.ts';
import { readJourneyDefaults } from './journey-defaults.ts';
import { resolvers } from './resolvers/index.ts';

const sdl = readFileSync(join(import.meta.dirname, '../schema.graphql'), 'utf8');

/** The profile subgraph: companies, their members and keys, and the people of their programmes. */
export function createProfile(platform: Platform): Subgraph {
  const journeyDefaults = readJourneyDefaults();
  const defaults = journeyDefaults.map(({ rule }) => rule);
  const ports = { canMail: platform.mailer.kind !== 'none', partnerOperations: platform.partnerOperations };
  return createSubgraph(
    {
      name: 'profile',
      sdl,
      resolvers,
      context: (base, { database }) => profileContext(base, journeyDefaults, ports, database),
      consumers: (parts) => [
        orphanedPeople,
        programmeMembership,
        ...journeyEvents(parts, defaults),
        evaluationRequests(parts),
        invitationMails(parts),
      ],
      jobs: (parts) => [evaluateEverybody(parts, defaults), evaluateDue(parts, defaults), sendInvitationMail(parts)],
      loops: (parts) => [watchDueJourneys(parts)],
    },
    platform,
  );
}
