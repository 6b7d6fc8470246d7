import { isId } from '@teei/runtime/id';
import { viewNotFound } from '../../domain/dashboard-view-rules.ts';
import type { MutationResolvers } from '../../generated/resolvers.ts';
import { DashboardViewStore } from '../../store/dashboard-view-store.ts';
import { ownMember } from '../own-member.ts';

export const chooseDefaultView: MutationResolvers['chooseDefaultView'] = async (_, { id }, context) => {
  const store = new DashboardViewStore(await context.tx(), ownMember(context));
  if (id === null || id === undefined) {
    await store.chooseDefault(null);
    return { __typename: 'DefaultViewChosen', view: null };
  }
  const view = isId(id) ? await store.find(id) : undefined;
  if (view === undefined) return viewNotFound();
  await store.chooseDefault(id);
  return { __typename: 'DefaultViewChosen', view: { ...view, isDefault: true } };
};
