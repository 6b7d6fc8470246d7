import { isGivenName } from './given-names.ts';

/**
 * Lower-cased words of a text with the reach of a negation. Whose name and which number stands there must not decide, so every
 * given name is one word and every number is one, but for the levels A1 to C2. A negator marks the next four words up to the end of the
 * clause, and the one word before it: Norwegian puts "ikke" behind the verb ("jeg forstår ikke").
 */
export function tokenise(text: string): readonly Token[] {
  const words = wordsOf(text);
  const negated = new Array<boolean>(words.length).fill(false);
  words.forEach((word, at) => {
    if (NEGATORS.has(word)) markReach(words, negated, at);
  });
  return words.map((word, at) => ({ word, negated: negated[at] ?? false }));
}

/** Negators themselves, for features that must see them whatever else stands near. */
export function isNegator(word: string): boolean {
  return NEGATORS.has(word);
}

function wordsOf(text: string): string[] {
  const lower = text
    .replace(CAPITALISED, (word) => (isGivenName(word) ? NAME : word))
    .toLowerCase()
    .replace(/[’ʼ`´]/g, "'")
    .replace(/\b(\p{L}+)n't\b/gu, '$1 not')
    .replace(/\bcannot\b/g, 'can not');
  return (lower.match(WORD) ?? []).map((word) => (/^\p{N}/u.test(word) ? NUMBER : word));
}

function markReach(words: readonly string[], negated: boolean[], at: number): void {
  const before = words[at - 1];
  const turns = TURNING.has(words[at] ?? '');
  if (before !== undefined && !isStop(before)) negated[at - 1] = true;
  for (let i = at + 1; i <= at + REACH; i += 1) {
    const word = words[i];
    if (word === undefined || isStop(word)) return;
    negated[i] = turns ? !negated[i] : true;
  }
}

function isStop(word: string): boolean {
  return CLAUSE_STOP.test(word);
}

/** "I can't write without errors": these turn what is already negated. Two "не" and "ніхто" only strengthen each other. */
const TURNING = new Set(['without', 'uten', 'без']);
const REACH = 4;
const CAPITALISED = /(?<!\p{L})\p{Lu}[\p{Ll}'’ʼ]+(?!\p{L})/gu;
/** No word of any of the languages. */
const NAME = 'zzz';
const NUMBER = '0';
const WORD =
  /(?<![\p{L}\p{N}])[abc][12](?![\p{L}\p{N}])|\p{L}+(?:['-]\p{L}+)*|\p{N}+(?:[.,:/]\p{N}+)*|[.!?;,:…]+|\p{Extended_Pictographic}/gu;
const CLAUSE_STOP = /^(?:[.!?;,:…]+|but|men|але|проте|because|fordi|бо)$/u;
const NEGATORS = new Set(
  (
    'not no never nobody noone none nothing nor neither without hardly cant dont didnt isnt wasnt wont ' +
    'ikke aldri ingen ingenting uten knapt verken ' +
    'не ні ніколи ніхто нікого нікому ніким нічого нічим без немає нема жодного жодної жоден жодна жодне жодних'
  ).split(' '),
);

export interface Token {
  readonly word: string;
  readonly negated: boolean;
}
