import { normaliseText } from '../q2q/normalise-text.ts';

/**
 * Lower-cased text in which words dressed up to pass a filter read as what they are: "f.u.c.k", "sh1t", "fuuuuck", Latin
 * letters inside a Cyrillic word. Words that mix nothing stay as they are.
 */
export function revealDisguise(text: string): string {
  return normaliseText(text)
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[’ʼ`´]/gu, "'")
    .replace(SPACED, (letters) => letters.replace(/[^\p{L}]/gu, ''))
    .replace(MIXED, undress)
    .replace(/(\p{L})\1{2,}/gu, '$1');
}

function undress(word: string): string {
  const cyrillic = word.match(/\p{Script=Cyrillic}/gu)?.length ?? 0;
  const latin = word.match(/\p{Script=Latin}/gu)?.length ?? 0;
  if (cyrillic + latin < 2) return word;
  const spelled = word.replace(/[013457@$!]/gu, (sign) => SIGNS[sign] ?? sign);
  if (cyrillic > latin) return spelled.replace(/[a-z]/gu, (letter) => CYRILLIC[letter] ?? letter);
  return spelled.replace(/\p{Script=Cyrillic}/gu, (letter) => LATIN[letter] ?? letter);
}

/** Four or more single letters with the same kind of gap. */
const SPACED = /(?<![\p{L}\p{N}])\p{L}(?:[ .*_-]\p{L}){3,}(?![\p{L}\p{N}])/gu;
/** Letters with a digit or sign among them, or two scripts in one word. No address: those hold a dot or an @ before a domain. */
const MIXED = /(?<![\p{L}\p{N}@./])\p{L}[\p{L}013457@$!]*\p{L}(?![\p{L}\p{N}@./])/gu;
const SIGNS: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  $: 's',
  '!': 'i',
};
const CYRILLIC: Readonly<Record<string, string>> = {
  a: 'а',
  b: 'в',
  c: 'с',
  e: 'е',
  h: 'н',
  i: 'і',
  k: 'к',
  m: 'м',
  o: 'о',
  p: 'р',
  t: 'т',
  x: 'х',
  y: 'у',
};
const LATIN: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(CYRILLIC).map(([latin, cyrillic]) => [cyrillic, latin]),
);
