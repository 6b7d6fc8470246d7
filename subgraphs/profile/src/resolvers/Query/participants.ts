import { isId } from '@teei/runtime/id';
import { newestFirst } from '@teei/runtime/newest-first';
import { searchPatterns } from '../../domain/search-pattern.ts';
import type { QueryResolvers } from '../../generated/resolvers.ts';
import { ParticipantStore } from '../../store/participant-store.ts';

export const participants: QueryResolvers['participants'] = (_, { filter, ...args }, { tx }) => {
  const search = {
    patterns: searchPatterns(filter?.search),
    programmeId: programmeOf(filter?.programmeId),
    language: languageOf(filter?.language),
    hasOpenReviewItem: filter?.hasOpenReviewItem ?? null,
  };
  return newestFirst(args, async () => {
    const store = new ParticipantStore(await tx());
    return { page: (page) => store.page(page, search), count: () => store.count(search) };
  });
};

function languageOf(language: string | null | undefined): string | null {
  return (
    language
      ?.replace(/\p{Cc}/gu, ' ')
      .trim()
      .toLowerCase() || null
  );
}

/** What is no id is the id of no programme: it answers like one that there is not. */
function programmeOf(id: string | null | undefined): string | null {
  if (id === null || id === undefined) return null;
  return isId(id) ? id : '00000000-0000-0000-0000-000000000000';
}
