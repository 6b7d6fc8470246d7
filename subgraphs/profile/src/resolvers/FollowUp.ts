import type { FollowUpResolvers } from '../generated/resolvers.ts';
import { factsBehindFinding } from './facts-behind-finding.ts';

export const FollowUp: FollowUpResolvers = {
  participant: async ({ participantId }, _, { loaders }) => {
    const found = await loaders.participant.load(participantId);
    if (found === null) throw new Error('the participant of a follow-up is gone');
    return found;
  },
  rule: ({ rule, revision }) => ({ name: rule, revision }),
  facts: factsBehindFinding,
};
