import { refuseView, viewNotFound } from '../../domain/dashboard-view-rules.ts';
import type { MutationResolvers } from '../../generated/resolvers.ts';
import { DashboardViewStore } from '../../store/dashboard-view-store.ts';
import { ownMember } from '../own-member.ts';
import { audit } from '../tell-audited.ts';

export const saveDashboardView: MutationResolvers['saveDashboardView'] = async (_, { input }, context) => {
  const member = ownMember(context);
  const store = new DashboardViewStore(await context.tx(), member);
  const toSave = { ...input, period: input.period ?? null, programmeId: input.programmeId ?? null };
  const views = await store.list();
  const known = views.find(({ id }) => id === input.id);
  if (known !== undefined && known.memberId !== member.memberId) return viewNotFound();
  const refusal = refuseView(member, toSave, {
    count: views.filter(({ memberId }) => memberId === member.memberId).length,
    isNew: known === undefined,
    sharedWith: known?.sharedWith ?? [],
  });
  if (refusal) return refusal;
  await store.save(toSave);
  const view = await store.find(input.id);
  if (view === undefined) return viewNotFound();
  // What a member keeps for themselves concerns nobody; what others see does.
  if (view.sharedWith.length > 0 || (known?.sharedWith.length ?? 0) > 0) {
    const detail = { from: [...(known?.sharedWith ?? [])], to: [...view.sharedWith] };
    await audit(context, { id: view.id, action: 'dashboardView.shared', detail });
  }
  return { __typename: 'DashboardViewSaved', view };
};
