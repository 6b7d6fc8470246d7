import type { EvidenceFilter } from '../generated/graphql.ts';

/** What the evidence is narrowed by; it lives in the address, so that Back and links know it. */
export type EvidenceSearch = Readonly<Record<(typeof searchKeys)[number], string>>;

export const searchKeys = ['search', 'dimension', 'direction', 'language', 'programmeId', 'from', 'to'] as const;

export function readSearch(address: URLSearchParams): EvidenceSearch {
  return Object.fromEntries(searchKeys.map((key) => [key, address.get(key)?.trim() ?? ''])) as EvidenceSearch;
}

/** Null when nothing narrows the list. What an address holds that is no choice is left out. */
export function filterOf(search: EvidenceSearch): EvidenceFilter | null {
  const filter = Object.fromEntries(
    searchKeys.flatMap((key) =>
      search[key] !== '' && (allowed[key]?.test(search[key]) ?? true) ? [[key, search[key]]] : [],
    ),
  ) as EvidenceFilter;
  return Object.keys(filter).length === 0 ? null : filter;
}

const month = /^\d{4}-(0[1-9]|1[0-2])$/;
const allowed: Partial<Record<keyof EvidenceSearch, RegExp>> = {
  dimension: /^(CONFIDENCE|BELONGING|LANG_LEVEL_PROXY|JOB_READINESS)$/,
  direction: /^(GAIN|SETBACK|MIXED)$/,
  from: month,
  to: month,
};
