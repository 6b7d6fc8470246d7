import { refused } from '@teei/runtime/refusal';
import { actorOf } from '@teei/runtime/viewer';
import { documentUrl, isSelfContained } from '../../domain/credential/issuer-key.ts';
import type { MutationResolvers } from '../../generated/resolvers.ts';
import { TrustedIssuerStore } from '../../store/trusted-issuer-store.ts';
import { recheckIssuer } from '../recheck-issuer.ts';
import { tellAudited } from '../tell-audited.ts';

export const trustIssuer: MutationResolvers['trustIssuer'] = async (_, { input }, context) => {
  const [issuer, name] = [input.issuer.trim(), input.name.trim()];
  if (issuer.length > 500 || !(isSelfContained(issuer) || documentUrl(issuer))) {
    return refused(
      'ISSUER_NOT_USABLE',
      'This names no issuer.',
      'Give a did:key, a did:web or the https address of a profile.',
    );
  }
  if (name === '' || name.length > 200) {
    return refused(
      'ISSUER_NAME_NOT_USABLE',
      'The name is empty or too long.',
      'Give a name of at most 200 characters.',
    );
  }
  const added = await new TrustedIssuerStore(await context.tx()).add(issuer, name, actorOf(context.viewer));
  await tellAudited(context, { action: 'issuer.trusted', target: added.id, detail: { issuer } });
  await recheckIssuer(context, issuer);
  return { __typename: 'TrustedIssuerAdded', issuer: added };
};
