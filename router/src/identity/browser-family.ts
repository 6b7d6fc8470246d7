/** Browser and system of a User-Agent header, as coarse as they can be told apart by; nothing else of it is kept. */
export function browserFamily(userAgent: string | null): {
  readonly browser: string | null;
  readonly system: string | null;
} {
  const nameIn = (families: readonly Family[]): string | null =>
    families.find(([, sign]) => sign.test(userAgent ?? ''))?.[0] ?? null;
  return { browser: nameIn(browsers), system: nameIn(systems) };
}

type Family = readonly [name: string, sign: RegExp];

/** Order matters: every Chromium also says Chrome and Safari. */
const browsers: readonly Family[] = [
  ['Edge', /Edg(e|A|iOS)?\//],
  ['Opera', /OPR\//],
  ['Firefox', /(Firefox|FxiOS)\//],
  ['Chrome', /(Chrome|CriOS)\//],
  ['Safari', /Safari\//],
];

const systems: readonly Family[] = [
  ['iPhone', /iPhone/],
  ['iPad', /iPad/],
  ['Android', /Android/],
  ['Windows', /Windows/],
  ['macOS', /Mac OS X/],
  ['Linux', /Linux/],
];
