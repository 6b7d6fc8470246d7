/** Words of ours and of the field that not everybody who opens a page has met before. */
export const terms = [
  'level',
  'evidence',
  'scoreConfidence',
  'smallGroup',
  'suppressed',
  'sroi',
  'deadweight',
  'proxy',
  'vis',
  'matchedPair',
  'cohort',
  'funnel',
  'plannedImport',
  'approvedHours',
  'flag',
  'drift',
  'canary',
  'calibration',
  'scope',
  'signature',
] as const;

export type Term = (typeof terms)[number];

/** The words of a page, by the beginning of its address; the longest that fits counts. */
const termsByPage: Readonly<Record<string, readonly Term[]>> = {
  '/': ['level', 'evidence', 'sroi', 'vis', 'smallGroup', 'suppressed'],
  '/impact': ['evidence', 'level', 'scoreConfidence'],
  '/impact/trends': ['cohort', 'funnel', 'smallGroup', 'suppressed', 'level'],
  '/impact/social-return': ['sroi', 'deadweight', 'proxy'],
  '/models': ['scoreConfidence', 'calibration', 'drift', 'canary'],
  '/score-review': ['evidence', 'level', 'scoreConfidence'],
  '/safety': ['evidence'],
  '/imports': ['plannedImport'],
  '/hours': ['approvedHours'],
  '/people': ['flag', 'matchedPair'],
  '/journey': ['flag'],
  '/api-keys': ['scope'],
  '/webhooks': ['signature'],
};

export function termsOn(pathname: string): readonly Term[] {
  const pages = Object.keys(termsByPage).filter((page) => page === pathname || pathname.startsWith(`${page}/`));
  const longest = pages.sort((one, other) => other.length - one.length)[0];
  return longest === undefined ? [] : (termsByPage[longest] ?? []);
}

/** What explains why there is no number. */
export function termOfAbsence(absence: string | null): Term | undefined {
  switch (absence) {
    case 'GROUP_TOO_SMALL':
      return 'smallGroup';
    case 'WOULD_REVEAL':
      return 'suppressed';
    case 'NO_MATCHED_PAIRS':
      return 'matchedPair';
    default:
      return undefined;
  }
}
