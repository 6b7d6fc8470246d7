import { isId } from '@teei/runtime/id';
import { refused } from '@teei/runtime/refusal';
import type { MutationResolvers } from '../../generated/resolvers.ts';
import { TrustedIssuerStore } from '../../store/trusted-issuer-store.ts';
import { recheckIssuer } from '../recheck-issuer.ts';
import { tellAudited } from '../tell-audited.ts';

export const distrustIssuer: MutationResolvers['distrustIssuer'] = async (_, { id }, context) => {
  const issuer = isId(id) ? await new TrustedIssuerStore(await context.tx()).remove(id) : undefined;
  if (issuer === undefined)
    return refused('ISSUER_NOT_FOUND', 'There is no such issuer.', 'Look them up in the list of issuers.');
  await tellAudited(context, { action: 'issuer.distrusted', target: id, detail: { issuer } });
  await recheckIssuer(context, issuer);
  return { __typename: 'TrustedIssuerRemoved', id };
};
