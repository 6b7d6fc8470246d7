import type { MutationResolvers } from '../../generated/resolvers.ts';
import { submitStatements as submit } from '../../jobs/submit-statements.ts';

export const submitStatements: MutationResolvers['submitStatements'] = async (_, { input }, context) => {
  const account = await submit(context.tenant.companyId, input.statements, {
    people: context.people,
    outbox: context.outbox,
    inTransaction: async (work) => work(await context.tx()),
  });
  return 'code' in account ? account : { __typename: 'StatementsRead', account };
};
