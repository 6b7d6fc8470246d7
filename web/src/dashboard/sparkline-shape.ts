interface Point {
  readonly x: number;
  readonly y: number;
}

export interface SparklineShape {
  readonly line: string;
  readonly area: string;
  readonly last: Point;
  /** Height of the scale's middle, where levels turn from setback to gain; null for counts. */
  readonly middle: number | null;
}

interface Box {
  readonly width: number;
  readonly height: number;
  readonly scale?: readonly [number, number];
}

/** SVG paths of a series; a month without a value breaks the line. Null with fewer than two values: a point is no line. */
export function sparklineShape(
  values: readonly (number | null)[],
  { width, height, scale }: Box,
): SparklineShape | null {
  const known = values.filter((value) => value !== null);
  if (known.length < 2) return null;
  const [low, high] = scale ?? [0, Math.max(...known, Number.MIN_VALUE)];
  const inset = 3;
  const place = (value: number, index: number): Point => ({
    x: round((index / (values.length - 1)) * width),
    y: round(height - inset - ((value - low) / (high - low)) * (height - 2 * inset)),
  });
  const runs = unbroken(values.map((value, index) => (value === null ? null : place(value, index))));
  const last = runs.at(-1)?.at(-1);
  if (last === undefined) return null;
  return {
    line: runs.map((run) => path(run)).join(''),
    area: runs.map((run) => `${path(run)}L${run.at(-1)?.x} ${height}L${run[0]?.x} ${height}Z`).join(''),
    last,
    middle: scale === undefined ? null : place(0.5, 0).y,
  };
}

function unbroken(points: readonly (Point | null)[]): Point[][] {
  const runs: Point[][] = [[]];
  for (const point of points) {
    if (point === null) runs.push([]);
    else runs.at(-1)?.push(point);
  }
  return runs.filter((run) => run.length > 0);
}

function path(run: readonly Point[]): string {
  return run.map(({ x, y }, index) => `${index === 0 ? 'M' : 'L'}${x} ${y}`).join('');
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
