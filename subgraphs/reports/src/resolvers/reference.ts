import { isId } from '@teei/runtime/id';
import type { ReportsContext } from '../context.ts';
import type { Loaders } from '../loaders/create-loaders.ts';
import type { EntityRef } from '../rows.ts';

type RowLoader = 'report' | 'reportSchedule';

/** Resolves an entity by its key. graphql-shield does not stand in front of references; the tenant is in the store's every statement. */
export function reference<Name extends RowLoader>(name: Name) {
  return ({ id }: EntityRef, { loaders, viewer }: ReportsContext) =>
    viewer.kind !== 'anonymous' && isId(id) ? (loaders[name].load(id) as ReturnType<Loaders[Name]['load']>) : null;
}
