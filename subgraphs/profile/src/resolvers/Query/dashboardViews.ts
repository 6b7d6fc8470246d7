import type { QueryResolvers } from '../../generated/resolvers.ts';
import { DashboardViewStore } from '../../store/dashboard-view-store.ts';
import { ownMember } from '../own-member.ts';

export const dashboardViews: QueryResolvers['dashboardViews'] = async (_, __, context) =>
  new DashboardViewStore(await context.tx(), ownMember(context)).list();
