/** What a call cost, in millionths of a US dollar, rounded up. A price for a million tokens is one for each token in millionths. */
export function costOf({ input, output }: Price, tokens: Tokens): number {
  return Math.ceil(tokens.input * input + tokens.output * output);
}

/**
 * The most that a call may cost. A token stands for at least one byte, so there are never more of them than bytes; what providers add for
 * the form of the answer is covered by a flat sum.
 */
export function mostOf(price: Price, sent: readonly string[], outputTokens: number): number {
  const bytes = sent.reduce((sum, text) => sum + Buffer.byteLength(text), 0);
  return costOf(price, { input: bytes + FORM_TOKENS, output: outputTokens });
}

const FORM_TOKENS = 1_000;

/** US dollars for a million tokens. */
export interface Price {
  readonly input: number;
  readonly output: number;
}

export interface Tokens {
  readonly input: number;
  readonly output: number;
}
