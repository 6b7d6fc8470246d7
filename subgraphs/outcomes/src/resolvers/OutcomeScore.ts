import type { Dimension } from '../domain/q2q/score-text.ts';
import type { OutcomeScoreResolvers } from '../generated/resolvers.ts';
import type { DimensionName } from '../rows/metric.ts';
import { reference } from './reference.ts';
import { sourced } from './sourced.ts';

export const OutcomeScore: OutcomeScoreResolvers = {
  __resolveReference: reference('outcomeScore'),
  evidence: async ({ id }, _, { loaders }) => {
    const found = await loaders.evidenceOfScore.load(id);
    if (found === null) throw new Error('a score is stored together with its evidence');
    return found;
  },
  explanation: async ({ id, dimension, modelVersion }, _, { loaders, models }) => {
    const reader = (await models()).readerOf(modelVersion);
    if (reader === null) return null;
    const found = await loaders.evidenceOfScore.load(id);
    return found && [...reader.explain(found.snippet, dimensionOf[dimension])];
  },
  reviews: async ({ id }, _, { loaders }) => [...(await loaders.reviewsOfScore.load(id))],
  remoteCall: ({ sourceId }, _, { loaders }) => loaders.remoteCallOf.load(sourceId),
  session: sourced.session,
  participant: async ({ participantId }, _, { loaders }) => ({ id: await loaders.shownPerson.load(participantId) }),
};

const dimensionOf = {
  CONFIDENCE: 'confidence',
  BELONGING: 'belonging',
  LANG_LEVEL_PROXY: 'lang_level_proxy',
  JOB_READINESS: 'job_readiness',
} as const satisfies Record<DimensionName, Dimension>;
