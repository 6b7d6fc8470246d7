import { accountResult } from '../../domain/sroi/account-result.ts';
import type { QueryResolvers } from '../../generated/resolvers.ts';
import { SroiAccountStore } from '../../store/sroi-account-store.ts';
import { readAccount } from '../asked-account.ts';

export const sroiScenario: QueryResolvers['sroiScenario'] = async (_, { account }, context) => {
  const read = await readAccount(account, context);
  if ('problems' in read) return { __typename: 'SroiAccountInvalid', problems: read.problems };
  const { from, to } = read.assumptions;
  const gained = await new SroiAccountStore(await context.tx()).gained(from, to);
  return { __typename: 'SroiResult', ...accountResult(read.assumptions, gained) };
};
