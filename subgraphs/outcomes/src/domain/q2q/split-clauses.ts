/**
 * Cuts a normalised text into the spans that evidence may be quoted from: sentences, and clauses where a sentence turns
 * ("but", "men", "але"). Offsets are UTF-16 units in the text; spans do not overlap and carry no outer whitespace.
 */
export function splitClauses(text: string): readonly Span[] {
  return cut(text, BOUNDARY);
}

/** Whole sentences only; the unit in which a long text is read by the model. */
export function splitSentences(text: string): readonly Span[] {
  return cut(text, SENTENCE_END);
}

function cut(text: string, boundary: RegExp): readonly Span[] {
  const spans: Span[] = [];
  let from = 0;
  for (const match of text.matchAll(boundary)) {
    addTrimmed(spans, text, from, match.index + match[0].length);
    from = match.index + match[0].length;
  }
  addTrimmed(spans, text, from, text.length);
  return spans;
}

function addTrimmed(spans: Span[], text: string, from: number, to: number): void {
  const piece = text.slice(from, to);
  if (!/[\p{L}\p{N}\p{Extended_Pictographic}]/u.test(piece)) return;
  const start = from + (piece.length - piece.trimStart().length);
  spans.push({ start, end: start + piece.trim().length });
}

const SENTENCE_END = /[.!?…]+["»”')]*(?=\s|$)|\n+/gu;

/** The turn word itself opens the next clause, so the look-ahead leaves it there. */
const BOUNDARY =
  /[.!?…]+["»”')]*(?=\s|$)|\n+|[;:](?=\s)|,?\s(?=(?:but|yet|though|although|however|men|likevel|але|проте|однак|зате)\s)|,\s(?=(?:and|og|і|й|та|а|så|so|тож)\s)/giu;

export interface Span {
  readonly start: number;
  readonly end: number;
}
