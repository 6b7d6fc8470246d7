import { type Histogram, metrics as openTelemetry } from '@opentelemetry/api';
import type { Registry } from 'prom-client';
import { DurationHistogram } from './duration-histogram.ts';

/**
 * Web vitals of real users, for Prometheus and OpenTelemetry. The latter goes nowhere until the process is started with an SDK of
 * OpenTelemetry (`NODE_OPTIONS=--import …`).
 */
export class VitalsMetrics {
  readonly #times: DurationHistogram;
  readonly #shifts: DurationHistogram;
  readonly #otelTimes: Histogram;
  readonly #otelShifts: Histogram;

  constructor(registry: Registry) {
    const registers = [registry];
    const labelNames = ['vital', 'page'] as const;
    this.#times = new DurationHistogram({
      name: 'cockpit_web_vital_seconds',
      help: 'Largest contentful paint, interaction to next paint and time to first byte, of real users',
      labelNames,
      // The budgets and the bounds of "good" and "poor" are among them.
      buckets: [0.05, 0.1, 0.2, 0.35, 0.5, 0.8, 1.2, 2, 2.5, 4, 8, 16],
      registers,
    });
    this.#shifts = new DurationHistogram({
      name: 'cockpit_layout_shift_score',
      help: 'Cumulative layout shift of real users',
      labelNames,
      buckets: [0, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1],
      registers,
    });
    const meter = openTelemetry.getMeter('teei.cockpit');
    this.#otelTimes = meter.createHistogram('cockpit.web_vital', { unit: 's' });
    this.#otelShifts = meter.createHistogram('cockpit.layout_shift', { unit: '1' });
  }

  add({ page: named, cls, ...times }: PageVitals): void {
    const page = pages.has(named) ? named : 'other';
    for (const [vital, milliseconds] of Object.entries(times)) {
      this.#times.add(vital, page, milliseconds / 1000);
      this.#otelTimes.record(milliseconds / 1000, { vital, page });
    }
    if (cls === undefined) return;
    this.#shifts.add('cls', page, cls);
    this.#otelShifts.record(cls, { page });
  }
}

/** Of one document. Milliseconds; `cls` is a score. What a browser does not measure is left out. */
export interface PageVitals {
  readonly page: string;
  readonly lcp?: number | undefined;
  readonly inp?: number | undefined;
  readonly ttfb?: number | undefined;
  readonly cls?: number | undefined;
}

const areas = [
  ...['impact', 'imports', 'people', 'review-items', 'safety', 'score-review', 'models', 'hours', 'journey'],
  ...['webhooks', 'providers', 'api-keys', 'members', 'administration', 'account'],
];

/** Patterns alone: clients must not make up series, and an id in an address is somebody. */
const pages: ReadonlySet<string> = new Set(['/', ...areas.flatMap((area) => [`/${area}`, `/${area}/*`])]);
