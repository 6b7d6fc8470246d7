import { createHash } from 'node:crypto';
import { PLACEHOLDER, redactSnippet } from '../q2q/redact-snippet.ts';
import { type Span, splitClauses } from '../q2q/split-clauses.ts';

/**
 * What may leave the house of a text: its clauses, redacted as parts of the whole text, each with the place in the text that it stands
 * for. A model names clauses by number, so nothing that it writes is ever taken for somebody's words.
 * @param text normalised; offsets are UTF-16 units in it
 */
export function redactClauses(text: string): readonly RedactedClause[] {
  const redacted = redactSnippet(text).replace(NAME_BEFORE_NAME, '');
  const pieces = align(text, redacted);
  // Where the two cannot be laid side by side the whole text is one clause.
  if (pieces === null) return [{ text: redacted, span: { start: 0, end: text.length } }];
  return splitClauses(redacted).map(({ start, end }) => ({
    text: redacted.slice(start, end),
    span: { start: placeOf(pieces, start, 'start'), end: placeOf(pieces, end, 'end') },
  }));
}

/** SHA-256 of what leaves the house, hexadecimal. */
export function hashOfClauses(clauses: readonly RedactedClause[]): string {
  return createHash('sha256')
    .update(JSON.stringify(clauses.map(({ text }) => text)))
    .digest('hex');
}

/** Stretches of the redacted text, and where each stands in the text that it was made from; null where that cannot be told. */
function align(text: string, redacted: string): readonly Piece[] | null {
  const pieces: Piece[] = [];
  let [from, at] = [0, 0];
  // Literal text and placeholders in turn, beginning and ending with text, which may be empty.
  const parts = redacted.split(PLACEHOLDER);
  for (const [n, part] of parts.entries()) {
    if (n % 2 === 1) {
      const next = parts[n + 1] ?? '';
      const isLast = n === parts.length - 2;
      const found = isLast ? text.length - next.length : next === '' ? at + 1 : text.indexOf(next, at + 1);
      if (found <= at || text.slice(found, found + next.length) !== next) return null;
      pieces.push({ from, to: from + part.length, start: at, end: found, literal: false });
      at = found;
    } else {
      if (text.slice(at, at + part.length) !== part) return null;
      pieces.push({ from, to: from + part.length, start: at, end: at + part.length, literal: true });
      at += part.length;
    }
    from += part.length;
  }
  return at === text.length ? pieces : null;
}

/** Within what was put in place of something the whole of that something counts. */
function placeOf(pieces: readonly Piece[], offset: number, edge: 'start' | 'end'): number {
  const piece = pieces.find(({ from, to }) =>
    edge === 'start' ? offset >= from && offset < to : offset > from && offset <= to,
  );
  if (!piece) return offset === 0 ? 0 : (pieces.at(-1)?.end ?? 0);
  return piece.literal ? piece.start + (offset - piece.from) : piece[edge];
}

/** Before a name that was taken out, a capitalised word may be its beginning; here it is better to lose a word than to send a name. */
const NAME_BEFORE_NAME = /(?<![\p{L}\p{N}[])\p{Lu}[\p{L}'’ʼ-]+ (?=\[name\])/gu;

interface Piece {
  /** In the redacted text. */
  readonly from: number;
  readonly to: number;
  /** In the text. */
  readonly start: number;
  readonly end: number;
  readonly literal: boolean;
}

export interface RedactedClause {
  readonly text: string;
  readonly span: Span;
}
