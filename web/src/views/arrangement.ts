import { countNames, dimensions } from '../dashboard/tile-series.ts';

/** A tile by the metric that it shows, or the chart. */
export type TileId = (typeof standardTiles)[number];

export const standardTiles = [
  ...countNames,
  ...dimensions.map((dimension) => `OUTCOME_LEVEL.${dimension}` as const),
  'SROI',
  'VIS',
  'CHART.OUTCOMES',
] as const;

/** All tiles in their order, and which of them are not shown. */
export interface Arrangement {
  readonly tiles: readonly TileId[];
  readonly hidden: readonly TileId[];
}

export const standardArrangement: Arrangement = { tiles: standardTiles, hidden: [] };

/** As it was saved: tiles that are gone are left out, tiles that came later stand behind the others. */
export function readArrangement(saved: {
  readonly tiles: readonly string[];
  readonly hidden: readonly string[];
}): Arrangement {
  const known = saved.tiles.filter(isTile);
  const rest = standardTiles.filter((tile) => !known.includes(tile));
  return { tiles: [...known, ...rest], hidden: saved.hidden.filter(isTile) };
}

export function shownTiles({ tiles, hidden }: Arrangement): TileId[] {
  return tiles.filter((tile) => !hidden.includes(tile));
}

export type Move = 'first' | 'earlier' | 'later' | 'last';

export function moveTile(arrangement: Arrangement, tile: TileId, move: Move): Arrangement {
  const from = arrangement.tiles.indexOf(tile);
  const last = arrangement.tiles.length - 1;
  const to = { first: 0, earlier: Math.max(0, from - 1), later: Math.min(last, from + 1), last }[move];
  const tiles = arrangement.tiles.filter((each) => each !== tile);
  return { ...arrangement, tiles: [...tiles.slice(0, to), tile, ...tiles.slice(to)] };
}

/** Lets tiles go down before or after another one, in the order in which they were. */
export function dropTiles(
  arrangement: Arrangement,
  dropped: ReadonlySet<TileId>,
  target: TileId,
  side: 'before' | 'after',
): Arrangement {
  if (dropped.has(target)) return arrangement;
  const moved = arrangement.tiles.filter((tile) => dropped.has(tile));
  const rest = arrangement.tiles.filter((tile) => !dropped.has(tile));
  const at = rest.indexOf(target) + (side === 'after' ? 1 : 0);
  return { ...arrangement, tiles: [...rest.slice(0, at), ...moved, ...rest.slice(at)] };
}

export function hideTile(arrangement: Arrangement, tile: TileId, isHidden: boolean): Arrangement {
  const others = arrangement.hidden.filter((each) => each !== tile);
  return { ...arrangement, hidden: isHidden ? [...others, tile] : others };
}

export function isTile(text: string): text is TileId {
  return standardTiles.some((tile) => tile === text);
}
