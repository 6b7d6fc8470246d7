import { Histogram, Registry } from 'prom-client';
import { expect, test } from 'vitest';
import { DurationHistogram } from './duration-histogram.ts';

test('Prometheus reads of it what it would read of prom-client’s own', async () => {
  const facts = { name: 'took_seconds', help: 'How long it took', buckets: [0.1, 1, 10] };
  const [registry, peerRegistry] = [new Registry(), new Registry()];
  const ours = new DurationHistogram({ ...facts, labelNames: ['what', 'outcome'], registers: [registry] });
  const peer = new Histogram({ ...facts, labelNames: ['what', 'outcome'], registers: [peerRegistry] });
  for (const [what, seconds] of [
    ['a', 0.05],
    ['b "quoted"', 0.1],
    ['a', 0.5],
    ['a', 100],
  ] as const) {
    ours.add(what, 'ok', seconds);
    peer.labels(what, 'ok').observe(seconds);
  }
  expect(linesOf(await registry.metrics())).toEqual(linesOf(await peerRegistry.metrics()));
});

/** In any order. */
function linesOf(text: string): readonly string[] {
  return text.trim().split('\n').sort();
}
