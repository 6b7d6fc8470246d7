import { defineEvent } from '@teei/runtime/define-event';
import { z } from 'zod';

/** What kind of record holds a text. */
const sourceKind = z.enum(['SESSION_FEEDBACK', 'BUDDY_FEEDBACK', 'BUDDY_CHECK_IN']);

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
  /** Null where the text is no session feedback. */
  sessionId: z.string().nullable(),
  /** Absent in events of before other texts were scored, like the id: it was session feedback. */
  sourceKind: sourceKind.default('SESSION_FEEDBACK'),
  /** The record in programs that holds the text. */
  sourceId: z.string().optional(),
  /** Of the record: what is newer replaces what is older. */
  revision: z.int(),
  participantId: z.string(),
  /** ISO 8601, UTC: when it was said. */
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

/** Metrics of weeks, quarters or programmes have a new value; there may be thousands, so it says only of which days. */
export const periodsUpdated = defineEvent(
  'metrics.periods.updated',
  1,
  // yyyy-mm-dd, inclusive.
  z.object({ from: z.string(), to: z.string() }),
);

/** Facts of some months changed, so their metrics have to be computed anew. */
export const factsChanged = defineEvent('outcomes.facts.changed', 1, z.object({ months: z.array(z.string()) }));

const flag = z.object({
  flagId: z.string(),
  sourceKind,
  sourceId: z.string(),
  participantId: z.string(),
  category: z.string(),
  /** low, medium, high or urgent. */
  severity: z.string(),
});

/** The screen saw something in a text that a person should look at; never what it says. */
export const safetyFlagRaised = defineEvent(
  'safety.flag.raised',
  1,
  // ISO 8601, UTC: when it was said.
  flag.extend({ observedAt: z.string() }),
);

/** A person decided what becomes of a flag. */
export const safetyReviewCompleted = defineEvent(
  'safety.review.completed',
  1,
  z.object({
    flagId: z.string(),
    category: z.string(),
    severity: z.string(),
    decision: z.enum(['UPHELD', 'DISMISSED']),
    afterAppeal: z.boolean(),
  }),
);
/** How the social return is worked out was changed, so it has to be computed anew. */
export const sroiAccountChanged = defineEvent('outcomes.sroi.changed', 1, z.object({ revision: z.int() }));

/** Texts were scored by the local model, and the company has chosen a remote one to read them too. Names the events that hold them. */
export const remoteReadingWanted = defineEvent(
  'outcomes.reading.wanted',
  1,
  z.object({ eventIds: z.array(z.string()) }),
);

/** So much of what a company lets its remote models cost in a month is spent; at 100 nothing more is, or only on the cheaper one. */
export const modelBudgetReached = defineEvent(
  'outcomes.budget.reached',
  1,
  // Of the month yyyy-mm, in millionths of a US dollar.
  z.object({ month: z.string(), percent: z.int(), spentMicros: z.int(), limitMicros: z.int() }),
);

/** Somebody asked how good a model is. */
export const evaluationRequested = defineEvent(
  'outcomes.evaluation.requested',
  1,
  z.object({ evaluationId: z.string(), dataset: z.enum(['FROZEN', 'DEV', 'GOLDEN']), modelVersion: z.string() }),
);

/** A job judged a version on trial that takes over by itself; told whenever it found something else than before. */
export const canaryJudged = defineEvent(
  'outcomes.canary.judged',
  1,
  z.object({
    version: z.string(),
    /** ISO 8601, UTC: when the trial began, or when the version took over. */
    since: z.string(),
    verdict: z.enum(['HELD', 'PROMOTED', 'WITHDRAWN', 'ROLLED_BACK']),
    reason: z.enum(['TOO_FEW_REVIEWS', 'NOT_PASSED', 'PASSED', 'WORSE', 'OUT_OF_PATIENCE']),
    /** Empty of a version that took over before. */
    checks: z.array(
      z.object({ rule: z.string(), required: z.number(), measured: z.number().nullable(), passed: z.boolean() }),
    ),
  }),
);

/** What is scored has begun to differ from what was scored before; told once, until it has been stable again. */
export const driftDetected = defineEvent(
  'outcomes.drift.detected',
  1,
  z.object({
    /** yyyy-mm-dd, UTC: where the windows end. */
    day: z.string(),
    measure: z.enum(['LABELS', 'LANGUAGES', 'LEVEL', 'CONFIDENCE']),
    /** Null for all of them together; so is the language. */
    dimension: z.string().nullable(),
    language: z.string().nullable(),
    /** Population stability index, and the one from which on it is told. */
    psi: z.number(),
    alertAt: z.number(),
    /** Jensen-Shannon, base 2. */
    divergence: z.number(),
    referenceCount: z.int(),
    currentCount: z.int(),
    /** Whose scores were measured, and against whose of which window; absent in events of before. Days as yyyy-mm-dd, UTC. */
    modelVersion: z.string().nullable().default(null),
    referenceVersion: z.string().nullable().default(null),
    referenceName: z.string().nullable().default(null),
    referenceFrom: z.string().nullable().default(null),
    referenceUntil: z.string().nullable().default(null),
  }),
);
