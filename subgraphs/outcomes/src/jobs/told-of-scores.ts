import type { SpokenText } from '../domain/spoken-text.ts';
import type { NewScore } from '../store/score-store.ts';

/** What an event tells of a score. */
export interface ToldScore {
  readonly sourceId: string;
  readonly score: Pick<NewScore['score'], 'dimension' | 'direction' | 'level' | 'confidence'>;
}

/** What is told of texts that one version has read: all that they say now. */
export function toldOfScores(
  companyId: string,
  modelVersion: string,
  texts: readonly SpokenText[],
  made: readonly ToldScore[],
) {
  return {
    subject: companyId,
    data: {
      sessionIds: texts.flatMap(({ sourceKind, sourceId }) => (sourceKind === 'SESSION_FEEDBACK' ? [sourceId] : [])),
      modelVersion,
      texts: texts.map(({ sourceKind, sourceId, revision, participantId, observedAt }) => ({
        ...{ sourceKind, sourceId, sessionId: sourceKind === 'SESSION_FEEDBACK' ? sourceId : null },
        ...{ revision, participantId, observedAt },
        scores: made.flatMap(({ sourceId: scored, score: { dimension, direction, level, confidence } }) =>
          scored === sourceId ? [{ dimension, direction, level, confidence }] : [],
        ),
      })),
    },
  };
}
