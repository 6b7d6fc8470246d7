import { expect, test } from 'vitest';
import {
  dropTiles,
  hideTile,
  moveTile,
  readArrangement,
  shownTiles,
  standardArrangement,
  standardTiles,
} from './arrangement.ts';

test('a saved arrangement keeps its order, forgets tiles that are gone and takes in those that came later', () => {
  const { tiles, hidden } = readArrangement({ tiles: ['VIS', 'GONE', 'SESSIONS'], hidden: ['VIS', 'GONE'] });
  expect(tiles.slice(0, 3)).toEqual(['VIS', 'SESSIONS', 'PARTICIPANTS']);
  expect([...tiles].sort()).toEqual([...standardTiles].sort());
  expect(hidden).toEqual(['VIS']);
});

test('a tile moves by one place or to an end, and stays at an end it has reached', () => {
  const first = (move: Parameters<typeof moveTile>[2]) =>
    moveTile(standardArrangement, 'SESSIONS', move).tiles.indexOf('SESSIONS');
  expect([first('earlier'), first('later'), first('first'), first('last')]).toEqual([
    0,
    2,
    0,
    standardTiles.length - 1,
  ]);
  expect(moveTile(standardArrangement, 'PARTICIPANTS', 'earlier').tiles).toEqual(standardTiles);
  expect(moveTile(standardArrangement, 'CHART.OUTCOMES', 'later').tiles).toEqual(standardTiles);
});

test('what is dropped stands before or after the tile it was dropped at', () => {
  const dropped = new Set(['VIS', 'SROI'] as const);
  const before = dropTiles(standardArrangement, dropped, 'SESSIONS', 'before').tiles;
  expect(before.slice(0, 4)).toEqual(['PARTICIPANTS', 'SROI', 'VIS', 'SESSIONS']);
  const after = dropTiles(standardArrangement, dropped, 'SESSIONS', 'after').tiles;
  expect(after.slice(0, 4)).toEqual(['PARTICIPANTS', 'SESSIONS', 'SROI', 'VIS']);
  expect(dropTiles(standardArrangement, dropped, 'VIS', 'after')).toBe(standardArrangement);
});

test('a hidden tile keeps its place', () => {
  const without = hideTile(standardArrangement, 'SESSIONS', true);
  expect(shownTiles(without)).not.toContain('SESSIONS');
  expect(hideTile(without, 'SESSIONS', false)).toEqual(standardArrangement);
});
