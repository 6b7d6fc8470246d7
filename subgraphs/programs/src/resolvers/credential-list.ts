import { type ConnectionShape, connectionOf, type PageArguments, pageOf } from '@teei/runtime/connection';
import type { ProgramsContext } from '../context.ts';
import type { CredentialRow } from '../rows/learning.ts';

/** Credentials of a participant, newest first, with what their verification found. */
export async function credentialList(
  { id }: { readonly id: string },
  args: PageArguments,
  { loaders }: ProgramsContext,
): Promise<ConnectionShape<CredentialRow>> {
  const page = pageOf(args, 'id');
  const rows = await loaders.credentialsOf(page).load(id);
  const count = async (): Promise<number> => (await loaders.credentialCount.load(id))?.count ?? 0;
  return connectionOf(rows, page, (row) => [row.id], count);
}
