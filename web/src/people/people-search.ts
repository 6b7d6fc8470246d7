import type { ParticipantFilter } from '../generated/graphql.ts';

/** What the list of people is narrowed by; it lives in the address, so that Back and links know it. */
export interface PeopleSearch {
  readonly search: string;
  readonly programmeId: string;
  readonly language: string;
  /** `open` or `none`. */
  readonly conflicts: string;
}

export function readSearch(address: URLSearchParams): PeopleSearch {
  const of = (key: keyof PeopleSearch): string => address.get(key)?.trim() ?? '';
  return { search: of('search'), programmeId: of('programmeId'), language: of('language'), conflicts: of('conflicts') };
}

/** Null when nothing narrows the list. */
export function filterOf({ search, programmeId, language, conflicts }: PeopleSearch): ParticipantFilter | null {
  const filter = {
    ...(search === '' ? {} : { search }),
    ...(programmeId === '' ? {} : { programmeId }),
    ...(language === '' ? {} : { language }),
    ...(conflicts === 'open' || conflicts === 'none' ? { hasOpenReviewItem: conflicts === 'open' } : {}),
  };
  return Object.keys(filter).length === 0 ? null : filter;
}
