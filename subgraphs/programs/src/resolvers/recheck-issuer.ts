import type { ProgramsContext } from '../context.ts';
import { credentialSubmitted } from '../events/index.ts';
import { CredentialWrites } from '../store/credential-writes.ts';

/** Has all credentials of an issuer verified again, because the company thinks differently of them now. */
export async function recheckIssuer({ tx, outbox }: ProgramsContext, issuer: string): Promise<void> {
  const open = await tx();
  const ids = await new CredentialWrites(open).idsOfIssuer(issuer);
  await outbox.append(
    open,
    credentialSubmitted,
    ids.map((id) => ({ subject: id, data: { credentialId: id } })),
  );
}
