import { accountResult } from '../domain/sroi/account-result.ts';
import type { SroiAccountResolvers } from '../generated/resolvers.ts';
import { SroiAccountStore } from '../store/sroi-account-store.ts';

/** There is one account in a company, so each of these is one statement. */
export const SroiAccount: SroiAccountResolvers = {
  result: async (account, _, context) =>
    accountResult(account, await new SroiAccountStore(await context.tx()).gained(account.from, account.to)),
  revisions: async (_, __, context) => new SroiAccountStore(await context.tx()).revisions(),
};
