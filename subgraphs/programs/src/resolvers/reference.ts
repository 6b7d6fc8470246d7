import { isId } from '@teei/runtime/id';
import type DataLoader from 'dataloader';
import type { ProgramsContext } from '../context.ts';
import type { Loaders } from '../loaders/create-loaders.ts';

type RowLoader = {
  [Name in keyof Loaders]: Loaders[Name] extends DataLoader<string, unknown> ? Name : never;
}[keyof Loaders];

/** Resolves an entity by its key. graphql-shield does not stand in front of references; the tenant is in the store's every statement. */
export function reference<Name extends RowLoader>(name: Name) {
  return ({ id }: { readonly id: string }, { loaders, viewer }: ProgramsContext) =>
    viewer.kind !== 'anonymous' && isId(id) ? (loaders[name].load(id) as ReturnType<Loaders[Name]['load']>) : null;
}
