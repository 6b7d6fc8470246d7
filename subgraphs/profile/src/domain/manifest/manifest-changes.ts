import type { ManifestChangeRow, PartnerOperationRow } from '../../rows/partner-operations.ts';

/** What becomes of the operations when `after` takes the place of `before`, by name. */
export function manifestChanges(
  before: readonly PartnerOperationRow[],
  after: readonly PartnerOperationRow[],
): ManifestChangeRow[] {
  const old = new Map(before.map(({ name, body }) => [name, body]));
  const young = new Map(after.map(({ name, body }) => [name, body]));
  const names = [...new Set([...old.keys(), ...young.keys()])].sort();
  return names.flatMap((name) => {
    const [was, is] = [old.get(name) ?? null, young.get(name) ?? null];
    if (was === is) return [];
    const kind = was === null ? 'ADDED' : is === null ? 'REMOVED' : 'CHANGED';
    return [{ kind, name, before: was, after: is }];
  });
}
