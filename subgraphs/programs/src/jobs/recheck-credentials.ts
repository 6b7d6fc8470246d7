import type { SubgraphParts } from '@teei/runtime/create-subgraph';
import { inTenant } from '@teei/runtime/tenant-transaction';
import { serviceViewer } from '@teei/runtime/viewer';
import { CredentialWatchStore } from '../store/credential-watch-store.ts';
import { CredentialWrites } from '../store/credential-writes.ts';
import { planRecheck } from './check-credential.ts';

const batchSize = 100;

/**
 * Looks at the credentials of a company that are due, and plans the next look. A run that was killed starts again: what was
 * checked is not due any more.
 */
export async function recheckCredentials(
  parts: SubgraphParts,
  check: (companyId: string, credentialId: string) => Promise<void>,
  companyId: string,
  turn: number,
): Promise<void> {
  const viewer = serviceViewer('programs', companyId);
  if (!(await inTenant(parts.database, viewer, (tx) => new CredentialWatchStore(tx).isTurn(turn)))) return;
  const due = () => inTenant(parts.database, viewer, (tx) => new CredentialWrites(tx).due(new Date(), batchSize));
  for (let ids = await due(); ids.length > 0; ids = await due()) for (const id of ids) await check(companyId, id);
  await inTenant(parts.database, viewer, async (tx) => {
    await new CredentialWatchStore(tx).end(turn);
    const next = await new CredentialWrites(tx).nextDue();
    if (next) await planRecheck(parts, tx, next);
  });
}
