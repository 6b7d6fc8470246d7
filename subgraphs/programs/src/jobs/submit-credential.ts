import { newId } from '@teei/runtime/id';
import type { Outbox } from '@teei/runtime/outbox';
import { type Refused, refused } from '@teei/runtime/refusal';
import type { TenantTransaction } from '@teei/runtime/tenant-transaction';
import { actorOf } from '@teei/runtime/viewer';
import { hashOfDocument, jsonObjectOf, maximumDocumentBytes } from '../domain/credential/badge-document.ts';
import { credentialSubmitted } from '../events/index.ts';
import { CredentialWrites } from '../store/credential-writes.ts';

/** Keeps a document and asks for its verification, in one transaction. The same document again is the same credential. */
export async function submitCredential(
  tx: TenantTransaction,
  outbox: Outbox,
  document: string,
): Promise<{ readonly id: string; readonly created: boolean } | Refused> {
  if (Buffer.byteLength(document) > maximumDocumentBytes) {
    const kilobytes = maximumDocumentBytes / 1024;
    return refused(
      'CREDENTIAL_TOO_LARGE',
      `The document is larger than ${kilobytes} KB.`,
      'Hand it in with smaller pictures.',
    );
  }
  const json = jsonObjectOf(document);
  // Postgres keeps no NUL in a text.
  if (!json || document.includes('\u0000')) {
    return refused(
      'CREDENTIAL_NOT_JSON',
      'The document is no JSON object.',
      'Hand in the credential as the issuer gave it out.',
    );
  }
  const externalId = `sha256:${hashOfDocument(json)}`;
  const added = await new CredentialWrites(tx).add({
    id: newId(),
    externalId,
    document,
    submittedBy: actorOf(tx.viewer),
  });
  if (added.created) {
    await outbox.append(tx, credentialSubmitted, [{ subject: added.id, data: { credentialId: added.id } }]);
  }
  return added;
}
