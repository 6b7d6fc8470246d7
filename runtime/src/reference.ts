import type DataLoader from 'dataloader';
import { isId } from './id.ts';
import type { Viewer } from './viewer.ts';

interface ReferenceContext {
  readonly viewer: Viewer;
  readonly loaders: object;
}

type RowLoader<Loaders> = {
  [Name in keyof Loaders]: Loaders[Name] extends DataLoader<string, unknown> ? Name : never;
}[keyof Loaders];

type RowOf<Loader> = Loader extends DataLoader<string, infer Row> ? Row : never;

/**
 * How a subgraph resolves its entities by their keys: `referenceIn<ReportsContext>()('report')`. graphql-shield does not stand in
 * front of references; the tenant is in the store's every statement.
 */
export function referenceIn<Context extends ReferenceContext>() {
  type Loaders = Context['loaders'];
  return <Name extends RowLoader<Loaders>>(name: Name) =>
    ({ id }: { readonly id: string }, { loaders, viewer }: Context): Promise<RowOf<Loaders[Name]>> | null => {
      if (viewer.kind === 'anonymous' || !isId(id)) return null;
      const loader = (loaders as Loaders)[name] as DataLoader<string, RowOf<Loaders[Name]>>;
      return loader.load(id);
    };
}

/** The viewer's own company, to hang lists on; any other is unknown. */
export function ownCompany({ id }: { readonly id: string }, { viewer }: { readonly viewer: Viewer }) {
  return viewer.kind !== 'anonymous' && viewer.companyId === id ? { id } : null;
}
