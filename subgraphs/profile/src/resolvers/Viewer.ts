import type { ProfileContext } from '../context.ts';
import type { ViewerResolvers } from '../generated/resolvers.ts';
import type { CompanyRow } from '../rows.ts';
import { CompanyStore } from '../store/company-store.ts';

export const Viewer: ViewerResolvers = {
  kind: (viewer) => (viewer.kind === 'member' ? 'MEMBER' : 'API_KEY'),
  member: (viewer, _, { loaders }) => (viewer.kind === 'member' ? loaders.member.load(viewer.memberId) : null),
  company: (viewer, _, context) => ownCompany(viewer.companyId, context),
  role: (viewer) => (viewer.kind === 'member' ? viewer.role : null),
  scopes: ({ scopes }) => [...scopes].sort(),
  companies: async (viewer, _, context) =>
    viewer.kind === 'member'
      ? new CompanyStore(await context.tx()).membershipsOf(viewer.userId)
      : [{ company: await ownCompany(viewer.companyId, context), role: null }],
};

async function ownCompany(id: string, { loaders }: ProfileContext): Promise<CompanyRow> {
  const company = await loaders.company.load(id);
  if (company === null) throw new Error('the company of a viewer is gone');
  return company;
}
