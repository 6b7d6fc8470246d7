/**
 * Lower-cased words of a text with the reach of a negation. A negator marks the next four words up to the end of the
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
    .toLowerCase()
    .replace(/[’ʼ`´]/g, "'")
    .replace(/\b(\p{L}+)n't\b/gu, '$1 not')
    .replace(/\bcannot\b/g, 'can not');
  return lower.match(WORD) ?? [];
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
const WORD = /\p{L}+(?:['-]\p{L}+)*|\p{N}+|[.!?;,:…]+|\p{Extended_Pictographic}/gu;
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
