import type { JourneyFlagResolvers } from '../generated/resolvers.ts';
import { factsBehindFinding } from './facts-behind-finding.ts';

export const JourneyFlag: JourneyFlagResolvers = {
  flag: ({ name }) => name,
  rule: ({ rule, revision }) => ({ name: rule, revision }),
  facts: factsBehindFinding,
};
