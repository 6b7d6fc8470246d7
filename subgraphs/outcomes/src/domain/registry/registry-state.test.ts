import { expect, test } from 'vitest';
import { drawnForCanary } from './draw-canary.ts';
import { type ModelAct, registryAt } from './registry-state.ts';
import { effectiveThresholds, thresholdProblems } from './threshold-rules.ts';

const day = (date: number) => new Date(Date.UTC(2026, 0, date));
const act = (what: ModelAct['act'], version: string, effective: number, share: number | null = null): ModelAct => ({
  ...{ act: what, version, share, effectiveFrom: day(effective) },
});
const stackOf = (acts: readonly ModelAct[], at: number) =>
  registryAt(acts, 'base', day(at)).stack.map(({ version }) => version);

test('a rollback goes back one step, each to what scored before, and never below the base', () => {
  const acts = [act('ACTIVATED', 'a', 1), act('ACTIVATED', 'b', 2)];
  expect(stackOf(acts, 3)).toEqual(['base', 'a', 'b']);
  const once = [...acts, act('ROLLED_BACK', 'a', 3)];
  expect(stackOf(once, 3)).toEqual(['base', 'a']);
  expect(stackOf([...once, act('ROLLED_BACK', 'base', 4), act('ROLLED_BACK', 'base', 5)], 6)).toEqual(['base']);
});

test('a planned version scores from its day on, unless something that was decided later took effect before', () => {
  const planned = [act('ACTIVATED', 'planned', 10)];
  expect(registryAt(planned, 'base', day(9))).toMatchObject({
    scheduled: { version: 'planned', effectiveFrom: day(10) },
  });
  expect(stackOf(planned, 9)).toEqual(['base']);
  expect(stackOf(planned, 10)).toEqual(['base', 'planned']);
  const overtaken = [...planned, act('ACTIVATED', 'other', 5)];
  expect(stackOf(overtaken, 11)).toEqual(['base', 'other']);
  expect(registryAt(overtaken, 'base', day(6)).scheduled).toBeNull();
});

test('a canary ends when it is withdrawn, promoted or activated, and not when another version is', () => {
  const started = [act('CANARY_STARTED', 'bird', 1, 0.2)];
  const canary = (acts: readonly ModelAct[]) => registryAt(acts, 'base', day(9)).canary?.version ?? null;
  expect(canary([...started, act('ACTIVATED', 'other', 2)])).toBe('bird');
  expect(canary([...started, act('CANARY_WITHDRAWN', 'bird', 2)])).toBeNull();
  expect(canary([...started, act('ACTIVATED', 'bird', 2)])).toBeNull();
  const promoted = [...started, act('PROMOTED', 'bird', 2)];
  expect(canary(promoted)).toBeNull();
  expect(stackOf(promoted, 9)).toEqual(['base', 'bird']);
});

test('the same texts are drawn every time, about as many as were asked for, and others for another canary', () => {
  const ids = Array.from({ length: 10_000 }, (_, at) => `text-${at}`);
  const drawn = (version: string, share: number) => ids.filter((id) => drawnForCanary({ version, share }, id));
  expect(drawn('bird', 0.2)).toEqual(drawn('bird', 0.2));
  expect(Math.abs(drawn('bird', 0.2).length - 2_000)).toBeLessThan(160);
  const both = new Set(drawn('other', 0.2));
  expect(drawn('bird', 0.2).filter((id) => both.has(id)).length).toBeLessThan(600);
  // Whoever raises the share moves nobody back.
  const more = new Set(drawn('bird', 0.4));
  expect(drawn('bird', 0.2).every((id) => more.has(id))).toBe(true);
});

test('no threshold below its floor passes, and floors that were raised hold for what was decided before', () => {
  const floors = { confidence: 0.55, belonging: 0.5, lang_level_proxy: 0.55, job_readiness: 0.55 };
  const bounds = { floors, ceiling: 0.95 };
  expect(thresholdProblems({ belonging: 0.5, confidence: 0.95 }, bounds)).toEqual([]);
  expect(thresholdProblems({ belonging: 0.49, confidence: 0.96, job_readiness: Number.NaN }, bounds)).toEqual([
    { dimension: 'confidence', threshold: 0.96, floor: 0.55, ceiling: 0.95 },
    { dimension: 'belonging', threshold: 0.49, floor: 0.5, ceiling: 0.95 },
    { dimension: 'job_readiness', threshold: Number.NaN, floor: 0.55, ceiling: 0.95 },
  ]);
  const raised = { ...bounds, floors: { ...floors, belonging: 0.7 } };
  expect(effectiveThresholds({ ...floors, confidence: 0.8 }, { belonging: 0.6 }, raised)).toEqual({
    ...{ confidence: 0.8, belonging: 0.7, lang_level_proxy: 0.55, job_readiness: 0.55 },
  });
});
