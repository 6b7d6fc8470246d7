import { isId } from '@teei/runtime/id';
import { refused } from '@teei/runtime/refusal';
import { credentialSubmitted } from '../../events/index.ts';
import type { MutationResolvers } from '../../generated/resolvers.ts';
import { CredentialStore } from '../../store/credential-store.ts';

export const recheckCredential: MutationResolvers['recheckCredential'] = async (_, { id }, context) => {
  const tx = await context.tx();
  const [credential] = isId(id) ? await new CredentialStore(tx).byIds([id]) : [];
  if (!credential)
    return refused('CREDENTIAL_NOT_FOUND', 'There is no such credential.', 'Look it up in the list of credentials.');
  if (credential.document === null) {
    return refused(
      'CREDENTIAL_WITHOUT_DOCUMENT',
      'Nobody handed in a document for it.',
      'Hand in the credential as the issuer gave it out.',
    );
  }
  await context.outbox.append(tx, credentialSubmitted, [{ subject: id, data: { credentialId: id } }]);
  return { __typename: 'CredentialChanged', credential };
};
