/** One measured line, as `--json` prints it. What does not apply is null. */
export interface BenchLine {
  readonly bench: string;
  readonly name: string;
  readonly unit: string;
  readonly ours: number | null;
  readonly peer: number | null;
  readonly peerName: string | null;
  /** Ours over the peer's throughput: above 1 is faster. */
  readonly ratio: number | null;
  /** Milliseconds. */
  readonly p50: number | null;
  readonly p95: number | null;
  readonly p99: number | null;
}

const nothing = {
  bench: '',
  name: '',
  unit: '',
  ours: null,
  peer: null,
  peerName: null,
  ratio: null,
  p50: null,
  p95: null,
  p99: null,
};

/** Prints a line as JSON, or in words; notes go to stderr so that `--json` stays clean. */
export function report(json: boolean): {
  line(line: Partial<BenchLine> & Pick<BenchLine, 'bench' | 'name' | 'unit'>): void;
  note(text: string): void;
} {
  return {
    line: (given) => {
      const line: BenchLine = { ...nothing, ...given };
      process.stdout.write(`${json ? JSON.stringify(line) : inWords(line)}\n`);
    },
    note: (text) => void process.stderr.write(`  · ${text}\n`),
  };
}

export type Report = ReturnType<typeof report>;

function inWords({ bench, name, unit, ours, peer, peerName, ratio, p50, p95, p99 }: BenchLine): string {
  const parts = [`${bench} · ${name}:`];
  if (ours !== null) parts.push(`${round(ours)} ${unit}`);
  if (peer !== null) parts.push(`against ${round(peer)} (${peerName})`);
  if (ratio !== null) parts.push(`ratio ${ratio.toFixed(2)}`);
  if (p50 !== null) parts.push(`p50 ${round(p50)} p95 ${round(p95 ?? 0)} p99 ${round(p99 ?? 0)} ms`);
  return parts.join('  ');
}

function round(value: number): string {
  return value >= 100 ? Math.round(value).toLocaleString('en') : value.toFixed(2);
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
