import { z } from 'zod';
import { durationPattern } from './duration.ts';
import { attributesOfEvent, eventKinds, languageLevels, numberAttributes } from './fact.ts';

/**
 * The form of a journey rule. One definition checks what people write, gives the types below and is published as JSON Schema
 * (journey-rules/journey-rule.schema.json) for editors.
 */
const name = z
  .string()
  .regex(/^[a-z][a-z0-9_]{1,62}$/, 'Use 2 to 63 small letters, digits and underscores, beginning with a letter.');
const duration = z
  .string()
  .regex(durationPattern, 'Write a number and hours, days or weeks, such as "30 days".')
  .describe('A length of time: "12 hours", "30 days", "2 weeks".');

/** Rules are read by many and kept for ever, so nobody's address or number may stand in them. */
const personal = /@[\w-]+\.|\+?\d[\d\s().-]{6,}\d/;
const words = (longest: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(longest)
    .refine((text) => !personal.test(text), 'Leave out addresses and telephone numbers: rules hold no personal data.');

const range = z
  .strictObject({ atLeast: z.number().optional(), atMost: z.number().optional() })
  .refine(hasBound, 'Give atLeast, atMost or both.');
const level = z.enum(languageLevels);
const levelRange = z
  .strictObject({ atLeast: level.optional(), atMost: level.optional() })
  .refine(hasBound, 'Give atLeast, atMost or both.');
const oneOrMore = z.union([z.string().min(1).max(80), z.array(z.string().min(1).max(80)).min(1).max(20)]);

const selector = z
  .strictObject({
    event: z.enum(eventKinds),
    kind: oneOrMore
      .optional()
      .describe('language or mentorship for a session; the kind of a buddy event or credential.'),
    dimension: oneOrMore.optional().describe('confidence, belonging, lang_level_proxy or job_readiness.'),
    direction: z.enum(['gain', 'setback']).optional(),
    status: oneOrMore.optional(),
    provider: oneOrMore.optional(),
    level: levelRange.optional().describe('Language level of a session: A1, A2, B1, B2, C1, C2.'),
    minutes: range.optional(),
    rating: range.optional().describe('1 to 5.'),
    score: range.optional().describe('Level of an outcome score: 0 strong setback, 0.5 mixed, 1 strong gain.'),
    confidence: range.optional().describe('How sure an outcome score is, 0 to 1.'),
    mood: range.optional().describe('Mood of a check-in, 1 to 5.'),
    result: range.optional().describe('Final score of a course.'),
  })
  .superRefine(({ event, ...filters }, context) => {
    const known: readonly string[] = attributesOfEvent[event] ?? [];
    for (const [filter, value] of Object.entries(filters)) {
      if (value !== undefined && !known.includes(filter))
        context.addIssue({ code: 'custom', path: [filter], message: `An event of kind ${event} has no ${filter}.` });
    }
  })
  .describe('Which events: their kind, and what must be true of each.');

const measure = z.enum(['latest', 'average', 'lowest', 'highest', 'sum']);
const bounds = { atLeast: z.number().optional(), atMost: z.number().optional() };

const count = z
  .strictObject({
    of: selector,
    atLeast: z.int().min(1).max(10_000).optional(),
    atMost: z.int().min(0).max(10_000).optional(),
    within: duration
      .optional()
      .describe('Only events of this length of time up to now. Without it, all there ever were.'),
  })
  .refine(hasBound, 'Give atLeast, atMost or both.')
  .describe('How many such events there are.');

const threshold = z
  .strictObject({
    of: selector,
    measure,
    value: z.enum(numberAttributes),
    ...bounds,
    within: duration.optional(),
  })
  .refine(hasBound, 'Give atLeast, atMost or both.')
  .superRefine(({ of: { event }, value }, context) => {
    if (!(attributesOfEvent[event] as readonly string[] | undefined)?.includes(value))
      context.addIssue({ code: 'custom', path: ['value'], message: `An event of kind ${event} has no ${value}.` });
  })
  .describe('A number made of such events reaches a bound. Without any event there is no number and it does not hold.');

const absence = z
  .strictObject({ of: z.array(selector).min(1).max(10), for: duration })
  .describe('None of these events for so long, counted from the last one or else from when the participant joined.');

const score = z
  .strictObject({
    dimension: z.enum(['confidence', 'belonging', 'lang_level_proxy', 'job_readiness']),
    direction: z.enum(['gain', 'setback']).optional(),
    measure: measure.exclude(['sum']).default('latest'),
    ...bounds,
    within: duration.optional(),
    confidence: z.number().min(0).max(1).default(0).describe('Leave out scores that are less sure than this.'),
  })
  .refine(hasBound, 'Give atLeast, atMost or both.')
  .describe('The level of an outcome dimension, 0 to 1, reaches a bound.');

const profile = z
  .strictObject({
    language: z
      .array(z.string().min(2).max(20))
      .min(1)
      .max(20)
      .optional()
      .describe('The participant prefers one of these.'),
    joinedFor: duration.optional().describe('The participant joined at least so long ago.'),
  })
  .refine(
    ({ language, joinedFor }) => language !== undefined || joinedFor !== undefined,
    'Give language or joinedFor.',
  );

const flag = z
  .strictObject({ name, for: duration.optional().describe('Set for at least so long without a break.') })
  .describe('A flag of the participant is set.');

/** Exactly one of these. */
export interface Condition {
  readonly count?: z.output<typeof count> | undefined;
  readonly threshold?: z.output<typeof threshold> | undefined;
  readonly absence?: z.output<typeof absence> | undefined;
  readonly score?: z.output<typeof score> | undefined;
  readonly profile?: z.output<typeof profile> | undefined;
  readonly flag?: z.output<typeof flag> | undefined;
  readonly all?: readonly Condition[] | undefined;
  readonly any?: readonly Condition[] | undefined;
  readonly not?: Condition | undefined;
}

// Named by hand, since a type cannot be inferred from what refers to itself.
const condition: z.ZodType<Condition> = z
  .strictObject({
    count: count.optional(),
    threshold: threshold.optional(),
    absence: absence.optional(),
    score: score.optional(),
    profile: profile.optional(),
    flag: flag.optional(),
    all: z
      .array(z.lazy(() => condition))
      .min(1)
      .max(20)
      .optional(),
    any: z
      .array(z.lazy(() => condition))
      .min(1)
      .max(20)
      .optional(),
    not: z.lazy(() => condition).optional(),
  })
  .refine(isOne, 'Give exactly one of count, threshold, absence, score, profile, flag, all, any, not.')
  .meta({ id: 'condition', minProperties: 1, maxProperties: 1 });

const action = z
  .strictObject({
    set: name.optional().describe('Set this flag while the condition holds.'),
    clear: name.optional().describe('Keep this flag away while the condition holds.'),
    milestone: name.optional().describe('Reached when the condition holds for the first time, once and for all.'),
    followUp: z
      .strictObject({ reason: words(200) })
      .optional()
      .describe('Somebody should look: open while the condition holds, until a member closes it.'),
  })
  .refine(isOne, 'Give exactly one of set, clear, milestone, followUp.')
  .meta({ minProperties: 1, maxProperties: 1 });

export const journeyRule = z
  .strictObject({
    name,
    title: words(80),
    description: words(600).optional(),
    enabled: z.boolean().default(true),
    priority: z
      .int()
      .min(0)
      .max(1000)
      .default(100)
      .describe(
        'When two rules want different things of one flag, the higher one decides; between equals, clear does.',
      ),
    when: condition,
    do: z.array(action).min(1).max(10),
  })
  .describe(
    'A journey rule: when a condition holds for a participant, flags, milestones and follow-ups follow from it.',
  );

export type JourneyRule = z.output<typeof journeyRule>;
export type EventSelector = z.output<typeof selector>;
export type Measure = z.output<typeof measure>;

function hasBound({ atLeast, atMost }: { readonly atLeast?: unknown; readonly atMost?: unknown }): boolean {
  return atLeast !== undefined || atMost !== undefined;
}

function isOne(choice: object): boolean {
  return Object.values(choice).filter((value) => value !== undefined).length === 1;
}
