import { defineEvent } from '@teei/runtime/define-event';
import { z } from 'zod';

/** Texts were scored; `sessionIds` are those whose scores are new or gone. */
export const outcomesScored = defineEvent(
  'outcomes.scored',
  1,
  z.object({ sessionIds: z.array(z.string()), modelVersion: z.string() }),
);

/** Metrics have a new value. */
export const metricsUpdated = defineEvent('metrics.updated', 1, z.object({ metricIds: z.array(z.string()) }));

/** Facts of some months changed, so their metrics have to be computed anew. */
export const factsChanged = defineEvent('outcomes.facts.changed', 1, z.object({ months: z.array(z.string()) }));
