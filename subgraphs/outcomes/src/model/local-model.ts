import { readFileSync } from 'node:fs';
import type { Q2QModel } from '../domain/q2q/q2q-model.ts';
import { createScorer, type Scorer } from '../domain/q2q/score-text.ts';

/** The scorer over the committed model, made once per process. */
export function loadScorer(): Scorer {
  scorer ??= createScorer(loadLocalModel());
  return scorer;
}

/**
 * Every model that can be evaluated here, by version: the one that scores, and its linear heads alone, a challenger that says what the
 * networks bring.
 */
export function localScorer(version: string): Scorer | null {
  const model = loadLocalModel();
  if (version === model.version) return loadScorer();
  if (version === challengerVersion()) {
    challenger ??= createScorer({ ...model, version, bags: [] });
    return challenger;
  }
  return null;
}

export function challengerVersion(): string {
  return `${loadLocalModel().version}-linear`;
}

/** The model committed beside the code, read from disk once per process. */
export function loadLocalModel(): Q2QModel {
  loaded ??= JSON.parse(readFileSync(FILE, 'utf8')) as Q2QModel;
  return loaded;
}

const FILE = new URL('../../model/q2q-local-3.json', import.meta.url);
let loaded: Q2QModel | undefined;
let scorer: Scorer | undefined;
let challenger: Scorer | undefined;
