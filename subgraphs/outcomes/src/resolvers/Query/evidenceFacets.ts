import type { QueryResolvers } from '../../generated/resolvers.ts';
import { type EvidenceFacetRow, EvidenceStore } from '../../store/evidence-store.ts';
import { evidenceFilter } from '../evidence-filter.ts';

export const evidenceFacets: QueryResolvers['evidenceFacets'] = async (_, { filter }, context) => {
  const rows = await new EvidenceStore(await context.tx()).facets(evidenceFilter(filter));
  const of = (facet: EvidenceFacetRow['facet']) => rows.filter((row) => row.facet === facet);
  return {
    dimensions: of('dimension'),
    directions: of('direction'),
    languages: of('language'),
    programmes: of('programme').map(({ value, count }) => ({ programme: { id: value }, count })),
  };
};
