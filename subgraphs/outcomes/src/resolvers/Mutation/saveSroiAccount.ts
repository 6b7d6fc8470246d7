import { refused } from '@teei/runtime/refusal';
import { actorOf } from '@teei/runtime/viewer';
import { sroiAccountChanged } from '../../events/index.ts';
import type { MutationResolvers } from '../../generated/resolvers.ts';
import { SroiAccountStore } from '../../store/sroi-account-store.ts';
import { readAccount } from '../asked-account.ts';
import { tellAudited } from '../tell-audited.ts';

export const saveSroiAccount: MutationResolvers['saveSroiAccount'] = async (_, { input }, context) => {
  const read = await readAccount(input.account, context);
  if ('problems' in read) return { __typename: 'SroiAccountInvalid', problems: read.problems };
  const store = new SroiAccountStore(await context.tx());
  await store.lock();
  const before = await store.find();
  if ((before?.revision ?? 0) !== input.revision) {
    return refused(
      'SROI_ACCOUNT_CHANGED',
      'The account was changed since you read it.',
      'Read it again and make your change in what it says now.',
    );
  }
  const account = await store.put(read.assumptions, actorOf(context.viewer));
  const { companyId } = context.tenant;
  const { revision, investment, currency, outcomes } = account;
  const detail = { revision, investment, currency, outcomes: outcomes.length };
  await tellAudited(context, { action: 'sroiAccount.saved', target: companyId, detail });
  await context.outbox.append(await context.tx(), sroiAccountChanged, [{ subject: companyId, data: { revision } }]);
  return { __typename: 'SroiAccountSaved', account };
};
