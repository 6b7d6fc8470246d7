/** A snippet cut at the words to mark, in its own order; whole words in any case, each wherever it stands. */
export function markedWords(snippet: string, words: readonly string[]): readonly Piece[] {
  const wanted = new Set(words.map((word) => word.toLowerCase()));
  const pieces: Piece[] = [];
  for (const { 0: text, index: at } of snippet.matchAll(/\p{L}+(?:['’-]\p{L}+)*|[^\p{L}]+/gu)) {
    const marked = wanted.has(text.toLowerCase());
    const last = pieces.at(-1);
    if (last && !last.marked && !marked) pieces[pieces.length - 1] = { ...last, text: last.text + text };
    else pieces.push({ at, text, marked });
  }
  return pieces;
}

export interface Piece {
  /** Where it begins in the snippet. */
  readonly at: number;
  readonly text: string;
  readonly marked: boolean;
}
