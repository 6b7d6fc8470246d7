import { type ConnectionShape, connectionOf, type PageArguments, pageOf } from '@teei/runtime/connection';
import type { ProgramsContext } from '../context.ts';
import type { EnrolmentRow } from '../rows/programme.ts';
import type { EnrolmentParent } from '../store/enrolment-store.ts';

/** Enrolments in a programme or of a participant, oldest first. */
export function enrolmentList(parent: EnrolmentParent) {
  return async (
    { id }: { readonly id: string },
    args: PageArguments,
    { loaders }: ProgramsContext,
  ): Promise<ConnectionShape<EnrolmentRow>> => {
    const page = pageOf(args, 'id');
    const rows = await loaders.enrolmentsOf(parent, page).load(id);
    const count = async (): Promise<number> => (await loaders.enrolmentCountOf(parent).load(id))?.count ?? 0;
    return connectionOf(rows, page, (row) => [row.id], count);
  };
}
