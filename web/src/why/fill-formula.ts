/**
 * The formula with the inputs' values in place of their names; null when not every input is named in it, since half a filled
 * formula explains nothing. Longer names first: `level` must not eat a part of `levelSum`.
 */
export function fillFormula(
  formula: string,
  inputs: readonly Input[],
  write: (value: number) => string,
): string | null {
  if (inputs.length === 0) return null;
  let filled = formula;
  for (const { name, value } of inputs.toSorted((one, other) => other.name.length - one.name.length)) {
    const whole = new RegExp(`(?<![\\p{L}\\p{N}_])${literally(name)}(?![\\p{L}\\p{N}_])`, 'gu');
    if (!whole.test(filled)) return null;
    filled = filled.replace(whole, () => write(value));
  }
  return filled;
}

interface Input {
  readonly name: string;
  readonly value: number;
}

function literally(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
