import { readFileSync } from 'node:fs';
import { type Evaluation, figureOf } from '../domain/evaluation/evaluate.ts';
import { CORPUS_LANGUAGES, type CorpusLanguage } from './read-corpus.ts';

/** What a model must reach on a split to be accepted, as model/accepted.json says. */
export function acceptedFigures(): Accepted {
  accepted ??= JSON.parse(readFileSync(new URL('../../model/accepted.json', import.meta.url), 'utf8')) as Accepted;
  return accepted;
}

/** Each figure that is worse than accepted, in words for an operator; null for a split without floors. */
export function shortfalls(evaluation: Evaluation, split: string): readonly string[] | null {
  const { floors } = acceptedFigures();
  if (split !== 'test' && split !== 'dev') return null;
  return CORPUS_LANGUAGES.flatMap((language) => {
    const own = evaluation.languages.find((one) => one.language === language);
    if (!own) return [`${language}: not measured`];
    const { detectionF1, directedF1, falseAlarmRate, ece } = floors[split][language];
    const measured = {
      detectionF1: figureOf(own, 'detectionF1') ?? 0,
      directedF1: figureOf(own, 'directedF1') ?? 0,
      falseAlarmRate: figureOf(own, 'falseAlarmRate') ?? 0,
      ece: own.ece ?? 1,
    };
    return [
      ...below(language, 'detectionF1', measured.detectionF1, detectionF1),
      ...below(language, 'directedF1', measured.directedF1, directedF1),
      ...above(language, 'falseAlarmRate', measured.falseAlarmRate, falseAlarmRate),
      ...above(language, 'ece', measured.ece, ece),
    ];
  });
}

function below(language: string, name: string, value: number, floor: number): string[] {
  return value >= floor ? [] : [`${language}: ${name} ${value} is below ${floor}`];
}

function above(language: string, name: string, value: number, ceiling: number): string[] {
  return value <= ceiling ? [] : [`${language}: ${name} ${value} is above ${ceiling}`];
}

let accepted: Accepted | undefined;

interface Accepted {
  readonly modelVersion: string;
  readonly floors: Readonly<Record<'test' | 'dev', Readonly<Record<CorpusLanguage, Floor>>>>;
}

interface Floor {
  readonly detectionF1: number;
  readonly directedF1: number;
  readonly falseAlarmRate: number;
  readonly ece: number;
}
