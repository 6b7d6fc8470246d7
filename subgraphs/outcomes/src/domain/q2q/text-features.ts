import { CONCEPT_TONE } from './concept-tone.ts';
import { conceptsAt } from './find-concepts.ts';
import { isNegator, type Token, tokenise } from './tokenise.ts';

/**
 * The sparse vector that the model reads: words and word pairs with negation marks, word beginnings, character 3–5-grams,
 * concepts with their pairs, and their tone. Each family has unit length times its own weight, so that a long text is not louder
 * than a short one. The weights were chosen on voices held out; parts of words carry most, since the endings of Ukrainian and
 * the compounds of Norwegian hide a known word in a new one.
 * @param buckets size of the hash space, a power of two
 */
export function textFeatures(text: string, buckets: number): SparseVector {
  const tokens = tokenise(text);
  const placed = placedConcepts(tokens);
  const families: readonly Family[] = [
    { weight: 0.8, names: wordNames(tokens) },
    { weight: 1.5, names: characterNames(tokens) },
    { weight: 1, names: conceptNames(placed) },
    { weight: 0.5, names: toneNames(placed) },
  ];
  const index: number[] = [];
  const value: number[] = [];
  for (const family of families) appendFamily(family, buckets, index, value);
  return { index: Uint32Array.from(index), value: Float32Array.from(value) };
}

function appendFamily(family: Family, buckets: number, index: number[], value: number[]): void {
  const seen = new Set<number>();
  for (const name of family.names) seen.add(bucketOf(name, buckets));
  const each = seen.size === 0 ? 0 : family.weight / Math.sqrt(seen.size);
  for (const bucket of seen) {
    index.push(bucket);
    value.push(each);
  }
}

function wordNames(tokens: readonly Token[]): string[] {
  const names: string[] = [];
  tokens.forEach((token, at) => {
    const here = marked(token);
    names.push(`w${here}`);
    if (token.word.length > 5) names.push(`b${here.slice(0, token.negated ? 6 : 5)}`);
    const next = tokens[at + 1];
    if (next) names.push(`p${here} ${marked(next)}`);
  });
  return names;
}

function characterNames(tokens: readonly Token[]): string[] {
  const names: string[] = [];
  for (const { word } of tokens) {
    const padded = ` ${word} `;
    for (let size = 3; size <= 5; size += 1) {
      for (let from = 0; from + size <= padded.length; from += 1) names.push(`c${padded.slice(from, from + size)}`);
    }
  }
  return names;
}

/** Concepts near each other say more than each alone: "understand" beside "nobody" is not "understand" beside "now". */
function conceptNames(found: readonly PlacedConcept[]): string[] {
  const names: string[] = [];
  found.forEach(({ name, at }, i) => {
    names.push(`k${name}`);
    for (let j = i + 1; j < found.length; j += 1) {
      const other = found[j];
      if (!other || other.at - at > PAIR_WINDOW) break;
      if (other.name !== name) names.push(name < other.name ? `q${name}+${other.name}` : `q${other.name}+${name}`);
    }
  });
  return names;
}

/** Subjects, tones (a negation turns them) and which tone a subject meets. */
function toneNames(found: readonly PlacedConcept[]): string[] {
  const abouts = new Set<string>();
  const tones = new Set<string>();
  const joined: string[] = [];
  for (const { name } of found) {
    const negated = name.startsWith('!');
    const known = CONCEPT_TONE[negated ? name.slice(1) : name];
    const tone = known?.tone && (negated ? -known.tone : known.tone);
    if (known?.about) abouts.add(known.about);
    if (tone) tones.add(String(tone));
    if (known?.about && tone) joined.push(`o${known.about}${tone}`);
  }
  const pairs = [...abouts].flatMap((about) => [...tones].map((tone) => `x${about}${tone}`));
  return [...[...abouts].map((about) => `a${about}`), ...[...tones].map((tone) => `t${tone}`), ...pairs, ...joined];
}

function placedConcepts(tokens: readonly Token[]): PlacedConcept[] {
  const words = tokens.map((token) => token.word);
  return tokens.flatMap((token, at) => {
    const concepts = conceptsAt(words, at).map((concept) => (token.negated ? `!${concept}` : concept));
    return (isNegator(token.word) ? [...concepts, 'NOT'] : concepts).map((name) => ({ name, at }));
  });
}

function marked(token: Token): string {
  return token.negated ? `!${token.word}` : token.word;
}

/** FNV-1a over UTF-16 units, 32 bits, with a final mix because only the low bits are kept. */
function bucketOf(name: string, buckets: number): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < name.length; i += 1) hash = Math.imul(hash ^ name.charCodeAt(i), 0x01000193);
  hash ^= hash >>> 15;
  hash = Math.imul(hash, 0x2c1b3c6d);
  return ((hash ^ (hash >>> 12)) >>> 0) & (buckets - 1);
}

const PAIR_WINDOW = 6;

interface PlacedConcept {
  readonly name: string;
  readonly at: number;
}

interface Family {
  readonly weight: number;
  readonly names: readonly string[];
}

/** Parallel arrays: bucket and its value. A bucket may occur once per family. */
export interface SparseVector {
  readonly index: Uint32Array;
  readonly value: Float32Array;
}
