import { expect, test } from 'vitest';
import type { OutcomeDimension } from '../generated/graphql.ts';
import { findingOf } from './finding.ts';
import { metric } from './metric.builder.ts';
import { periodsUpTo } from './period.ts';
import { type TileSeries, tileSeries } from './tile-series.ts';

test('all dimensions that rose make one finding', () => {
  expect(findingOf([levels('CONFIDENCE', 0.5, 0.6), levels('BELONGING', 0.6, 0.7)])).toEqual({ kind: 'allRose' });
});

test('the largest move is named when the dimensions differ', () => {
  const finding = findingOf([levels('CONFIDENCE', 0.5, 0.54), levels('BELONGING', 0.75, 0.6)]);
  expect(finding).toMatchObject({ kind: 'fell', dimension: 'BELONGING' });
});

test('small moves are steady', () => {
  expect(findingOf([levels('CONFIDENCE', 0.5, 0.52), levels('BELONGING', 0.6, 0.59)])).toEqual({ kind: 'steady' });
});

test('a dimension without enough months keeps the others from being called all', () => {
  const finding = findingOf([levels('CONFIDENCE', 0.5, 0.6), tileSeries([], 'OUTCOME_LEVEL', 'BELONGING')]);
  expect(finding).toMatchObject({ kind: 'rose', dimension: 'CONFIDENCE' });
});

test('nothing is claimed without two periods', () => {
  expect(findingOf([])).toBeNull();
  const one = metric({ name: 'OUTCOME_LEVEL', dimension: 'CONFIDENCE', month: '2026-11', value: 0.9 });
  expect(findingOf([tileSeries([one], 'OUTCOME_LEVEL', 'CONFIDENCE')])).toBeNull();
});

function levels(dimension: OutcomeDimension, before: number, after: number): TileSeries {
  const months = periodsUpTo('2026-11', 6).map((month, index) =>
    metric({ name: 'OUTCOME_LEVEL', dimension, month, value: index < 3 ? before : after }),
  );
  return tileSeries(months, 'OUTCOME_LEVEL', dimension);
}
