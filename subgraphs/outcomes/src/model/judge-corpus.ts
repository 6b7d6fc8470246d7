import { createHash } from 'node:crypto';
import type { Answer, Judgement } from '../domain/evaluation/judgement.ts';
import { DIMENSIONS, type Dimension } from '../domain/q2q/q2q-model.ts';
import type { Scorer } from '../domain/q2q/score-text.ts';
import type { Sample } from './read-corpus.ts';

/** What a scorer says of labelled texts, beside what they say. A text is named by the hash of its language and words. */
export function judgeSample(scorer: Scorer, { text, language, labels }: Sample): Judgement[] {
  const unit = createHash('sha256').update(`${language}\n${text}`).digest('hex').slice(0, 16);
  const { scores } = scorer.score(text, { language });
  const probabilities = scorer.probabilities(text);
  return DIMENSIONS.map((dimension) => ({
    ...{ unit, language, dimension, truth: truthOf(labels, dimension) },
    claimed: scores.find((score) => score.dimension === dimension)?.direction ?? 'none',
    probability: probabilities[dimension],
  }));
}

function truthOf(labels: Sample['labels'], dimension: Dimension): Answer {
  const [gain, setback] = [labels.has(`${dimension}:gain`), labels.has(`${dimension}:setback`)];
  return gain && setback ? 'mixed' : gain ? 'gain' : setback ? 'setback' : 'none';
}
