import type { JourneyRuleResolvers } from '../generated/resolvers.ts';

export const JourneyRule: JourneyRuleResolvers = {
  title: ({ rule }) => rule?.title ?? null,
  description: ({ rule }) => rule?.description ?? null,
  enabled: ({ rule }) => rule?.enabled ?? false,
  priority: ({ rule }) => rule?.priority ?? null,
  flagged: async ({ name }, _, { loaders }) => (await loaders.journeyRuleCounts.load(name))?.flags ?? 0,
  milestones: async ({ name }, _, { loaders }) => (await loaders.journeyRuleCounts.load(name))?.milestones ?? 0,
  openFollowUps: async ({ name }, _, { loaders }) => (await loaders.journeyRuleCounts.load(name))?.followUps ?? 0,
  revisions: async ({ name }, _, { loaders }) => [...(await loaders.journeyRuleRevisions.load(name))],
};
