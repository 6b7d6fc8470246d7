import type { MutationResolvers } from '../../generated/resolvers.ts';
import { submitCredential as submit } from '../../jobs/submit-credential.ts';
import { CredentialStore } from '../../store/credential-store.ts';

export const submitCredential: MutationResolvers['submitCredential'] = async (_, { input }, context) => {
  const tx = await context.tx();
  const submitted = await submit(tx, context.outbox, input.document);
  if ('code' in submitted) return submitted;
  const [credential] = await new CredentialStore(tx).byIds([submitted.id]);
  if (!credential) throw new Error('a credential that was just kept is gone');
  return { __typename: 'CredentialChanged', credential };
};
