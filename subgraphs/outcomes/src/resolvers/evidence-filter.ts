import { isId } from '@teei/runtime/id';
import { PlatformError } from '@teei/runtime/platform-error';
import type { EvidenceFilter } from '../generated/resolvers.ts';
import type { EvidenceFilterRow } from '../store/evidence-store.ts';

/** What a filter asks of the store. What is no id names no programme, so nothing is of it. */
export function evidenceFilter(filter: EvidenceFilter | null | undefined): EvidenceFilterRow {
  const { programmeId, search, ...rest } = filter ?? {};
  return {
    ...rest,
    programmeId: programmeId && !isId(programmeId) ? nobody : programmeId,
    search: patternOf(search),
  };
}

function patternOf(search: string | null | undefined): string | null {
  // The database takes no NUL, and a snippet is one line.
  const wanted = (search ?? '').replace(/\p{Cc}/gu, ' ').trim();
  if (wanted.length > longest) {
    throw new PlatformError('BAD_USER_INPUT', `A search has at most ${longest} characters.`, 'Search for fewer words.');
  }
  return wanted === '' ? null : `%${wanted.replace(/[\\%_]/g, '\\$&')}%`;
}

const longest = 100;
const nobody = '00000000-0000-0000-0000-000000000000';
