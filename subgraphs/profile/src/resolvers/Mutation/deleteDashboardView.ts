import { isId } from '@teei/runtime/id';
import { viewNotFound } from '../../domain/dashboard-view-rules.ts';
import type { MutationResolvers } from '../../generated/resolvers.ts';
import { DashboardViewStore } from '../../store/dashboard-view-store.ts';
import { ownMember } from '../own-member.ts';
import { audit } from '../tell-audited.ts';

export const deleteDashboardView: MutationResolvers['deleteDashboardView'] = async (_, { id }, context) => {
  const store = new DashboardViewStore(await context.tx(), ownMember(context));
  const view = isId(id) ? await store.find(id) : undefined;
  if (view === undefined || !(await store.delete(id))) return viewNotFound();
  if (view.isDefault) await store.chooseDefault(null);
  if (view.sharedWith.length > 0) {
    await audit(context, { id, action: 'dashboardView.deleted', detail: { sharedWith: [...view.sharedWith] } });
  }
  return { __typename: 'DashboardViewDeleted', viewId: id };
};
