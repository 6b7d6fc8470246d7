import { studentsT } from './students-t.ts';

export interface Sample {
  readonly people: number;
  readonly mean: number;
  /** Of the sample (n - 1); null for one person. */
  readonly deviation: number | null;
}

export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** Of the mean, with 95 % confidence: mean ± t(0.975, n - 1) × s / √n, Student 1908. Null for fewer than two people. */
export function meanInterval({ people, mean, deviation }: Sample): Interval | null {
  if (people < 2 || deviation === null) return null;
  const reach = (studentsT(people - 1) * deviation) / Math.sqrt(people);
  return { low: mean - reach, high: mean + reach };
}
