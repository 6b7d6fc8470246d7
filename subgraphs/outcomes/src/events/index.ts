import { defineEvent } from '@teei/runtime/define-event';
import { z } from 'zod';

/** What one text says of one dimension, without the text. */
const score = z.object({
  dimension: z.string(),
  /** gain or setback. */
  direction: z.string(),
  /** 0 to 1. */
  level: z.number(),
  /** 0 to 1. */
  confidence: z.number(),
});

const scoredText = z.object({
  sessionId: z.string(),
  /** Of the session: what is newer replaces what is older. */
  revision: z.int(),
  participantId: z.string(),
  /** ISO 8601, UTC: when the session was held. */
  observedAt: z.string(),
  /** Everything the text says; empty when it says nothing or is gone. */
  scores: z.array(score),
});

/** Texts were scored; `sessionIds` are those whose scores are new or gone, `texts` says what they are now. */
export const outcomesScored = defineEvent(
  'outcomes.scored',
  1,
  z.object({ sessionIds: z.array(z.string()), modelVersion: z.string(), texts: z.array(scoredText).default([]) }),
);

/** Metrics have a new value. */
export const metricsUpdated = defineEvent('metrics.updated', 1, z.object({ metricIds: z.array(z.string()) }));

/** Facts of some months changed, so their metrics have to be computed anew. */
export const factsChanged = defineEvent('outcomes.facts.changed', 1, z.object({ months: z.array(z.string()) }));
