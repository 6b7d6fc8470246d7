import {
  Histogram,
  type MetricObjectWithValues,
  type MetricType,
  type MetricValueWithName,
  type Registry,
} from 'prom-client';

/**
 * A histogram of seconds by two labels. prom-client validates and hashes the labels of each observation, and a request
 * makes several: here an observation adds to three numbers, and prom-client sees them when it is asked for its text.
 */
export class DurationHistogram extends Histogram<string> {
  readonly #facts: DurationFacts;
  readonly #series = new Map<string, Map<string, Series>>();

  constructor(facts: DurationFacts) {
    super({
      ...facts,
      labelNames: [...facts.labelNames],
      buckets: [...facts.buckets],
      registers: [...facts.registers],
    });
    this.#facts = facts;
  }

  add(first: string, second: string, seconds: number): void {
    const series = this.#series.get(first)?.get(second) ?? this.#begin(first, second);
    const { buckets } = this.#facts;
    let bucket = 0;
    while (bucket < buckets.length && seconds > (buckets[bucket] ?? 0)) bucket++;
    series.counts[bucket] = (series.counts[bucket] ?? 0) + 1;
    series.sum += seconds;
  }

  override async get(): Promise<MetricObjectWithValues<MetricValueWithName<string>>> {
    const values = [...this.#series].flatMap(([first, inner]) =>
      [...inner].flatMap(([second, series]) => this.#valuesOf({ first, second }, series)),
    );
    const { name, help } = this.#facts;
    return { name, help, type: typeName, values, aggregator: 'sum', collect: () => undefined };
  }

  /** The registry prefers this to `get` where there is one. */
  getForPromString(): ReturnType<Histogram<string>['get']> {
    return this.get();
  }

  #begin(first: string, second: string): Series {
    const inner = this.#series.get(first) ?? new Map<string, Series>();
    this.#series.set(first, inner);
    const series = { counts: new Array<number>(this.#facts.buckets.length + 1).fill(0), sum: 0 };
    inner.set(second, series);
    return series;
  }

  #valuesOf({ first, second }: { first: string; second: string }, series: Series) {
    const { name, labelNames, buckets } = this.#facts;
    const labels = { [labelNames[0]]: first, [labelNames[1]]: second };
    const sample = (suffix: string, value: number, le?: number | string) => ({
      metricName: `${name}${suffix}`,
      labels: le === undefined ? labels : { le, ...labels },
      value,
    });
    let count = 0;
    const cumulative = series.counts.map((inBucket, index) => {
      count += inBucket;
      return sample('_bucket', count, buckets[index] ?? '+Inf');
    });
    return [...cumulative, sample('_sum', series.sum), sample('_count', count)];
  }
}

interface DurationFacts {
  readonly name: string;
  readonly help: string;
  readonly labelNames: readonly [string, string];
  /** Upper bounds in seconds, ascending. */
  readonly buckets: readonly number[];
  readonly registers: readonly Registry[];
}

/** prom-client's types say that this is a number; it is and has always been this word. */
const typeName = 'histogram' as unknown as MetricType;

interface Series {
  /** Observations in each bucket alone; the last is for what is above all bounds. */
  readonly counts: number[];
  sum: number;
}
