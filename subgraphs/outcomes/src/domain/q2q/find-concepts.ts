import { CONCEPT_LEXICON } from './concept-lexicon.ts';
import { WIDE_LEXICON } from './wide-lexicon.ts';

/**
 * Concepts that open at one word of a text, in the order of the lexicons.
 * @param words lower-cased words of the text
 * @param at    index of the word to look at
 */
export function conceptsAt(words: readonly string[], at: number): readonly string[] {
  const word = words[at] ?? '';
  const next = words[at + 1];
  const pair = next === undefined ? undefined : SEQUENCES.get(`${word}_${next}`);
  const triple = next === undefined ? undefined : SEQUENCES.get(`${word}_${next}_${words[at + 2] ?? ''}`);
  return [...(EXACT.get(word) ?? []), ...byPrefix(word), ...(pair ?? []), ...(triple ?? [])];
}

function byPrefix(word: string): readonly string[] {
  const known = PREFIX_CACHE.get(word);
  if (known) return known;
  const found: string[] = [];
  for (let length = 2; length <= word.length; length += 1) found.push(...(PREFIXES.get(word.slice(0, length)) ?? []));
  if (PREFIX_CACHE.size < CACHE_LIMIT) PREFIX_CACHE.set(word, found);
  return found;
}

/** Bounded, because free text brings new words without end. */
const CACHE_LIMIT = 20_000;
const PREFIX_CACHE = new Map<string, readonly string[]>();
const EXACT = new Map<string, string[]>();
const PREFIXES = new Map<string, string[]>();
const SEQUENCES = new Map<string, string[]>();

for (const [concept, entries] of Object.entries({ ...CONCEPT_LEXICON, ...WIDE_LEXICON })) {
  for (const entry of new Set(entries.split(/[\s|]+/u).filter(Boolean))) {
    if (entry.endsWith('*')) add(PREFIXES, entry.slice(0, -1), concept);
    else add(entry.includes('_') ? SEQUENCES : EXACT, entry, concept);
  }
}

function add(index: Map<string, string[]>, key: string, concept: string): void {
  index.set(key, [...(index.get(key) ?? []), concept]);
}
