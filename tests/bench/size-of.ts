/** `--NAME N` on the command line, for a smaller run while developing; the figures that are asked for are those without it. */
export function sizeOf(name: string, asked: number): number {
  const at = process.argv.indexOf(`--${name}`);
  const given = at < 0 ? asked : Number(process.argv[at + 1]);
  if (!Number.isInteger(given) || given < 1) throw new Error(`--${name} wants a whole number above 0`);
  return given;
}
