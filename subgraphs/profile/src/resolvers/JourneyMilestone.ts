import type { JourneyMilestoneResolvers } from '../generated/resolvers.ts';
import { factsBehindFinding } from './facts-behind-finding.ts';

export const JourneyMilestone: JourneyMilestoneResolvers = {
  milestone: ({ name }) => name,
  reachedAt: ({ since }) => since,
  rule: ({ rule, revision }) => ({ name: rule, revision }),
  facts: factsBehindFinding,
};
