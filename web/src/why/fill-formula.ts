/**
 * The formula with the inputs' values in place of their names: `hours = minutes / 60` -> `hours = 90 / 60`. Null for a formula
 * that is a description rather than an equation, or that names no input. Longer names first: `level` must not eat a part
 * of `level sum`.
 */
export function fillFormula(
  formula: string,
  inputs: readonly Input[],
  write: (value: number) => string,
): string | null {
  if (!formula.includes('=')) return null;
  let filled = formula;
  for (const { name, value } of inputs.toSorted((one, other) => other.name.length - one.name.length)) {
    const whole = new RegExp(`(?<![\\p{L}\\p{N}_])${literally(name)}(?![\\p{L}\\p{N}_])`, 'gu');
    filled = filled.replace(whole, () => write(value));
  }
  return filled === formula ? null : filled;
}

interface Input {
  readonly name: string;
  readonly value: number;
}

function literally(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
