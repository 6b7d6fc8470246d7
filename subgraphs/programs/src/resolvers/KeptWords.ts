import { clearingNight } from '../domain/word-retention.ts';
import type { KeptWordsResolvers } from '../generated/resolvers.ts';
import type { KeptWordsRow } from '../rows/words.ts';

export const KeptWords: KeptWordsResolvers = {
  clearsAt: async ({ wordsSince }, _, { wordRetention }) =>
    wordsSince && clearingNight(wordsSince, (await wordRetention()).days),
  clearedAt: ({ wordsClearedAt }) => wordsClearedAt,
  sha256: ({ wordsSha256 }) => wordsSha256,
};

/** Null for a record without any words. */
export function keptWords(row: KeptWordsRow): KeptWordsRow | null {
  return row.wordsSince === null && row.wordsSha256 === null ? null : row;
}
