import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sequence } from '../seeded-random.ts';
import { jensenShannonDivergence, populationStability } from './divergence.ts';
import { driftFindings, type PeopleCell, type ScoreCell } from './drift-subjects.ts';
import { measureDrift } from './measure-drift.ts';
import { measuredVersions } from './measured-versions.ts';

const p = [0.4, 0.3, 0.2, 0.1];
const near = [0.3, 0.3, 0.25, 0.15];
const far = [0.15, 0.25, 0.3, 0.3];

test('the reference numbers come out', () => {
  expect(populationStability(p, near)).toBeCloseTo(0.0602, 4);
  expect(populationStability(p, far)).toBeCloseTo(0.5146, 4);
  expect(jensenShannonDivergence(p, near)).toBeCloseTo(0.0108, 4);
  // The distance to the natural base.
  expect(Math.sqrt(jensenShannonDivergence(p, near) * Math.LN2)).toBeCloseTo(0.0866, 4);
  expect(jensenShannonDivergence([1, 0], [0, 1])).toBe(1);
});

const counted = (reference: readonly number[], current: readonly number[], size: number) =>
  reference.map((share, at) => ({
    ...{ name: `bin-${at}`, reference: share * size, current: (current[at] as number) * size },
  }));

test('injected drift is found and its bins are named, less than the alert is stable, and few texts are not judged', () => {
  expect(measureDrift(counted(p, far, 1_000), 0.2)).toMatchObject({
    ...{ verdict: 'DRIFTED', referenceCount: 1_000, currentCount: 1_000 },
    bins: [{ name: 'bin-0', reference: 0.4, current: 0.15 }, {}, {}, { name: 'bin-3', reference: 0.1, current: 0.3 }],
  });
  expect(measureDrift(counted(p, near, 1_000), 0.2).verdict).toBe('STABLE');
  expect(measureDrift(counted(p, far, 20), 0.2)).toMatchObject({ verdict: 'TOO_FEW' });
  expect(
    measureDrift(
      [
        { name: 'new', reference: 0, current: 300 },
        { name: 'old', reference: 300, current: 0 },
      ],
      0.2,
    ),
  ).toMatchObject({
    verdict: 'DRIFTED',
    psi: expect.toSatisfy(Number.isFinite),
  });
});

test('stable input stays quiet, however many texts there are', () => {
  const random = sequence(5);
  const draw = (size: number) => {
    const counts = p.map(() => 0);
    for (let text = 0; text < size; text += 1) {
      const lot = random();
      const at = lot < 0.4 ? 0 : lot < 0.7 ? 1 : lot < 0.9 ? 2 : 3;
      counts[at] = (counts[at] as number) + 1;
    }
    return counts;
  };
  let alarms = 0;
  for (const size of [10, 50, 100, 200, 1_000])
    for (let night = 0; night < 200; night += 1) {
      const [reference, current] = [draw(size * 3), draw(size)];
      const bins = p.map((_, at) => ({
        name: `${at}`,
        reference: reference[at] as number,
        current: current[at] as number,
      }));
      if (measureDrift(bins, 0.2).verdict === 'DRIFTED') alarms += 1;
    }
  // One in a thousand by the rule.
  expect(alarms).toBeLessThanOrEqual(3);
});

test('drift is never negative, the same both ways, and nothing where nothing moved', () => {
  const bins = fc.array(fc.record({ reference: fc.nat(500), current: fc.nat(500) }), { minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(bins, (drawn) => {
      const named = drawn.map((bin, at) => ({ name: `${at}`, ...bin }));
      const turned = named.map(({ name, reference, current }) => ({ name, reference: current, current: reference }));
      const { psi, divergence } = measureDrift(named, 0.2);
      expect(psi).toBeGreaterThanOrEqual(-1e-12);
      expect(divergence).toBeLessThanOrEqual(1 + 1e-9);
      expect(measureDrift(turned, 0.2).psi).toBeCloseTo(psi, 9);
      expect(
        measureDrift(
          named.map((bin) => ({ ...bin, current: bin.reference })),
          0.2,
        ).psi,
      ).toBeCloseTo(0, 12);
    }),
    { numRuns: 200 },
  );
});

test('what too few people said in one of the windows is not shown, and every bin has a name that can be read', () => {
  const cell = { language: 'uk', dimension: 'belonging', direction: 'gain', level: 9, confidence: 8 } as const;
  const cells: ScoreCell[] = [
    { ...cell, window: 'reference', count: 300 },
    { ...cell, window: 'current', direction: 'setback', level: 1, confidence: 6, count: 300 },
  ];
  const people = (current: number): PeopleCell[] =>
    ['uk', 'all'].flatMap((language) =>
      ['belonging', 'all'].flatMap((dimension) => [
        { window: 'reference' as const, language, dimension, people: 9 },
        { window: 'current' as const, language, dimension, people: language === 'uk' ? current : 9 },
      ]),
    );
  const found = driftFindings(cells, people(4), { alertAt: 0.2, fewest: 5 });
  expect(found.map(({ measure, dimension, language }) => `${measure} ${dimension} ${language}`)).toEqual([
    ...['LANGUAGES all all', 'LABELS all all', 'LEVEL belonging all', 'CONFIDENCE belonging all'],
  ]);
  expect(found.map(({ bins }) => bins.map(({ name }) => name))).toEqual([
    ['uk'],
    ['belonging:gain', 'belonging:setback'],
    ['0.0-0.2', '0.8-1.0'],
    ['0.6-0.7', '0.8-0.9'],
  ]);
  expect(found.map(({ verdict }) => verdict)).toEqual(['TOO_FEW', 'DRIFTED', 'DRIFTED', 'DRIFTED']);
  expect(driftFindings(cells, people(5), { alertAt: 0.2, fewest: 5 }).length).toBe(7);
});

test('the version that scored most is measured against itself, and against what scored before where it had not yet', () => {
  const count = (window: 'reference' | 'current', version: string, count: number) => ({ window, version, count });
  const now = [count('current', 'new', 90), count('current', 'canary', 10)];
  expect(measuredVersions([...now, count('reference', 'old', 90), count('reference', 'new', 5)])).toEqual({
    ...{ current: 'new', reference: 'new' },
  });
  expect(measuredVersions([...now, count('reference', 'old', 90)])).toEqual({ current: 'new', reference: 'old' });
  expect(measuredVersions([])).toEqual({ current: null, reference: null });
});
