import type { DashboardViewResolvers } from '../generated/resolvers.ts';

export const DashboardView: DashboardViewResolvers = {
  isOwn: ({ memberId }, _, { tenant }) => tenant.kind === 'member' && tenant.memberId === memberId,
};
