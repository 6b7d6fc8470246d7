/** A colour by lightness (0 to 1), chroma and hue (degrees). Matrices: Björn Ottosson, "A perceptual color space" (2020). */
export interface Oklch {
  readonly lightness: number;
  readonly chroma: number;
  readonly hue: number;
}

type Rgb = readonly [red: number, green: number, blue: number];

/** Reads `#0b5c82`; undefined where the text is no such colour. */
export function readHex(text: string): Oklch | undefined {
  if (!/^#[0-9a-f]{6}$/i.test(text)) return undefined;
  const channel = (at: number): number => linear(Number.parseInt(text.slice(at, at + 2), 16) / 255);
  const [red, green, blue] = [channel(1), channel(3), channel(5)];
  const l = Math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue);
  const m = Math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue);
  const s = Math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue);
  const a = 1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s;
  const b = 0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s;
  return {
    lightness: 0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    chroma: Math.hypot(a, b),
    hue: ((Math.atan2(b, a) * 180) / Math.PI + 360) % 360,
  };
}

/** The nearest colour that a screen has, as `#0b5c82`: chroma is taken away until every channel fits. */
export function writeHex(colour: Oklch): string {
  const bytes = channelsOf(onScreen(colour)).map((value) => Math.round(clip(gamma(value)) * 255));
  return `#${bytes.map((byte) => byte.toString(16).padStart(2, '0')).join('')}`;
}

/** The same lightness and hue with as much of the chroma as sRGB has there. */
export function onScreen(colour: Oklch): Oklch {
  const fits = (chroma: number): boolean =>
    channelsOf({ ...colour, chroma }).every((value) => value >= -0.0005 && value <= 1.0005);
  if (fits(colour.chroma)) return colour;
  let [low, high] = [0, colour.chroma];
  for (let step = 0; step < 20; step++) {
    const middle = (low + high) / 2;
    if (fits(middle)) low = middle;
    else high = middle;
  }
  return { ...colour, chroma: low };
}

/** As a style sheet has it. */
export function writeOklch({ lightness, chroma, hue }: Oklch): string {
  return `oklch(${round(lightness, 4)} ${round(chroma, 4)} ${round(hue, 2)})`;
}

/** Contrast of two colours, 1 to 21 (WCAG 2.2). */
export function contrast(one: Oklch, other: Oklch): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(colour: Oklch): number {
  const [red, green, blue] = channelsOf(colour).map(clip) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Linear sRGB, also outside 0 to 1. */
function channelsOf({ lightness, chroma, hue }: Oklch): Rgb {
  const a = chroma * Math.cos((hue * Math.PI) / 180);
  const b = chroma * Math.sin((hue * Math.PI) / 180);
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ];
}

const linear = (value: number): number => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
const gamma = (value: number): number => (value <= 0.0031308 ? value * 12.92 : 1.055 * value ** (1 / 2.4) - 0.055);
const clip = (value: number): number => Math.min(1, Math.max(0, value));
const round = (value: number, digits: number): number => Number(value.toFixed(digits));
