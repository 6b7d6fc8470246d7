/** True when the cells hold more numbers like 4,5 than like 4.5. */
export function guessDecimalComma(cells: readonly string[]): boolean {
  let commas = 0;
  let points = 0;
  for (const cell of cells) {
    if (/^\s*\d{1,6},\d{1,3}\s*$/.test(cell)) commas++;
    else if (/^\s*\d{1,6}\.\d{1,3}\s*$/.test(cell)) points++;
  }
  return commas > points;
}

/**
 * Reads a number such as `60`, `52.5` or `52,5`. Point and comma are both taken as the decimal sign, except where the other
 * sign is the file's own and three digits follow: `1,000` may then be a thousand, so it is refused with `null`.
 */
export function parseDecimal(text: string, decimalComma: boolean): number | null {
  const match = /^(\d{1,9})(?:([.,])(\d{1,9}))?$/.exec(text);
  if (match === null) return null;
  const [, whole, sign, fraction] = match;
  if (sign === undefined) return Number(whole);
  const isFilesOwn = (sign === ',') === decimalComma;
  if (!isFilesOwn && fraction?.length === 3) return null;
  return Number(`${whole}.${fraction}`);
}
