import { demoMade } from '@teei/runtime/demo-made';
import { newId } from '@teei/runtime/id';
import type { TenantTransaction } from '@teei/runtime/tenant-transaction';
import type { MemberViewer } from '@teei/runtime/viewer';
import type { ProfileContext } from '../../context.ts';
import {
  type DemoLanguage,
  demoCompany,
  demoLanguageRefused,
  isDemoLanguage,
  roleInDemo,
} from '../../domain/demo-company.ts';
import { memberChanged } from '../../events/index.ts';
import type { MutationResolvers } from '../../generated/resolvers.ts';
import type { CompanyRow } from '../../rows.ts';
import { CompanyStore } from '../../store/company-store.ts';
import { MemberStore } from '../../store/member-store.ts';
import { MemberWrites } from '../../store/member-writes.ts';
import { ownMember } from '../own-member.ts';
import { audit } from '../tell-audited.ts';

/**
 * What is made is committed in a transaction of the demo's own: in one of the asking company nothing of it could be written. They
 * follow each other, so that nobody who holds one connection waits for another.
 */
export const openDemo: MutationResolvers['openDemo'] = async (_, { language }, context) => {
  if (!isDemoLanguage(language)) return demoLanguageRefused();
  const asks = ownMember(context);
  const known = () => context.inCompany(asks, (tx) => new CompanyStore(tx).demoOf(asks.userId));
  const there = await known();
  if (there) {
    if (there.id !== asks.companyId) await keepRole(context, asks, there.id);
    return { __typename: 'DemoOpened', company: there };
  }
  // Of two clicks at once the second one finds what the first has made.
  const company = (await makeDemo(context, asks, language)) ?? (await known());
  if (!company) throw new Error('a demo was neither made nor there');
  await audit(context, { id: company.id, action: 'demo.opened', detail: {} });
  return { __typename: 'DemoOpened', company };
};

function makeDemo(
  context: ProfileContext,
  asks: MemberViewer,
  language: DemoLanguage,
): Promise<CompanyRow | undefined> {
  const { userId } = asks;
  const [companyId, memberId, role] = [newId(), newId(), roleInDemo(asks.role)];
  return context.inCompany({ ...asks, companyId, memberId, role }, async (tx) => {
    const company = await new CompanyStore(tx).makeDemo(demoCompany(companyId, language), userId);
    if (!company) return undefined;
    await new MemberWrites(tx).addFrom(asks.memberId, { id: memberId, userId, role });
    await tellMember(context, tx, { memberId, userId, role });
    await context.outbox.append(tx, demoMade, [{ subject: companyId, data: { language } }]);
    return company;
  });
}

/** Whose role has changed since tries out the new one. */
async function keepRole(context: ProfileContext, asks: MemberViewer, companyId: string): Promise<void> {
  const [role, { userId }] = [roleInDemo(asks.role), asks];
  await context.inCompany({ ...asks, companyId }, async (tx) => {
    const memberId = await new MemberStore(tx).idOfUser(userId);
    const there = memberId && (await new MemberStore(tx).byIds([memberId]))[0];
    if (!there || there.role === role) return;
    await new MemberWrites(tx).setRole(there.id, role);
    await tellMember(context, tx, { memberId: there.id, userId, role });
  });
}

function tellMember(
  { outbox }: ProfileContext,
  tx: TenantTransaction,
  data: { readonly memberId: string; readonly userId: string; readonly role: string },
): Promise<void> {
  return outbox.append(tx, memberChanged, [{ subject: data.memberId, data }]);
}
