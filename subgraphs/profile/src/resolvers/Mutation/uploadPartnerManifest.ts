import { refused } from '@teei/runtime/refusal';
import { actorOf } from '@teei/runtime/viewer';
import type { ProfileContext } from '../../context.ts';
import { manifestChanges } from '../../domain/manifest/manifest-changes.ts';
import { readManifest } from '../../domain/manifest/read-manifest.ts';
import type { MutationResolvers } from '../../generated/resolvers.ts';
import type { ManifestProblemRow, PartnerOperationRow } from '../../rows/partner-operations.ts';
import { PartnerManifestStore } from '../../store/partner-manifest-store.ts';
import { PartnerManifestWrites } from '../../store/partner-manifest-writes.ts';
import { partnerOperationsOf } from '../partner-operations-of.ts';
import { audit } from '../tell-audited.ts';

export const uploadPartnerManifest: MutationResolvers['uploadPartnerManifest'] = async (_, { input }, context) => {
  const read = readManifest(input.manifest);
  const problems = read.problems ?? problemsOf(read.operations, context);
  if (!read.operations || problems.length > 0)
    return { __typename: 'PartnerManifestInvalid', problems: problems.slice(0, 100) };
  const tx = await context.tx();
  const writes = new PartnerManifestWrites(tx);
  await writes.lock();
  if (!(await changesAnything(read.operations, context)))
    return refused(
      'MANIFEST_UNCHANGED',
      'The active manifest holds exactly these operations.',
      'There is nothing to do.',
    );
  const id = await writes.insert(read.operations, actorOf(context.viewer));
  await writes.dropOld(keptVersions);
  const manifest = await new PartnerManifestStore(tx).find(id);
  if (!manifest) throw new Error('a manifest that was stored is not there');
  const { version, operationCount } = manifest;
  await audit(context, { id, action: 'partnerManifest.uploaded', detail: { version, operations: operationCount } });
  return { __typename: 'PartnerManifestUploaded', manifest };
};

const keptVersions = 50;

function problemsOf(operations: readonly PartnerOperationRow[], context: ProfileContext): ManifestProblemRow[] {
  const { finding } = partnerOperationsOf(context);
  return operations.flatMap((operation) =>
    finding(operation).problems.map((problem) => ({ ...problem, operation: operation.name })),
  );
}

async function changesAnything(operations: readonly PartnerOperationRow[], context: ProfileContext): Promise<boolean> {
  const store = new PartnerManifestStore(await context.tx());
  const active = await store.active();
  return !active || manifestChanges(await store.operationsOf([active.id]), operations).length > 0;
}
