import { type Refused, refused } from '@teei/runtime/refusal';
import { actorOf } from '@teei/runtime/viewer';
import type { ProfileContext } from '../context.ts';
import { partnerManifestChanged } from '../events/index.ts';
import type { PartnerManifestRow } from '../rows/partner-operations.ts';
import { PartnerManifestStore } from '../store/partner-manifest-store.ts';
import { PartnerManifestWrites } from '../store/partner-manifest-writes.ts';
import { tellAudited } from './tell-audited.ts';

/** Puts a version in the place of the active one, and tells the routers. */
export async function activateManifest(
  context: ProfileContext,
  wanted: PartnerManifestRow,
  active: PartnerManifestRow | undefined,
  action: 'partnerManifest.activated' | 'partnerManifest.rolledBack',
) {
  const tx = await context.tx();
  await new PartnerManifestWrites(tx).activate(wanted.id, actorOf(context.viewer));
  await tellAudited(context, {
    event: partnerManifestChanged,
    id: wanted.id,
    data: { manifestId: wanted.id },
    action,
    detail: { version: wanted.version, replaced: active?.version ?? null },
  });
  const manifest = await new PartnerManifestStore(tx).find(wanted.id);
  if (!manifest) throw new Error('a manifest that was activated is not there');
  return { __typename: 'PartnerManifestActivated', manifest } as const;
}

export function manifestNotFound(): Refused {
  return refused('MANIFEST_NOT_FOUND', 'There is no such version.', 'Look it up in the list of versions.');
}

export function manifestChangedMeanwhile(): Refused {
  return refused(
    'MANIFEST_CHANGED_MEANWHILE',
    'Another version has become active meanwhile.',
    'Look at the changes again, and decide then.',
  );
}
