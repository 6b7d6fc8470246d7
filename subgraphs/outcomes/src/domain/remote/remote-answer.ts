import { z } from 'zod';
import { DIMENSIONS } from '../q2q/q2q-model.ts';

/**
 * What a remote model answered, if it may be believed to be an answer. Everything that does not fit is refused as a whole: a model that
 * was talked into one thing was talked into others.
 * @param clauses how many it was shown, numbered from 1
 */
export function checkAnswer(text: string, clauses: number): CheckedAnswer {
  if (HOSTILE.test(text)) return 'HOSTILE';
  const parsed = answerSchema.safeParse(jsonOf(text));
  if (!parsed.success) return 'MALFORMED';
  const { scores } = parsed.data;
  const isTwice = new Set(scores.map(({ dimension }) => dimension)).size < scores.length;
  const isElsewhere = scores.some(({ clause }) => clause > clauses);
  const isTorn = scores.some(({ direction, level }) => level < levels[direction][0] || level > levels[direction][1]);
  return isTwice || isElsewhere || isTorn ? 'MALFORMED' : scores;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/**
 * An answer is names and numbers: addresses, pictures and links of Markdown, markup, characters that do not show and whatever is hidden
 * in an escape have no business in it.
 */
const HOSTILE = /https?:|www\.|!\[|\]\(|<[a-z!/]|\\|\p{Cf}|(?![\t\n\r])\p{Cc}/iu;

const share = z.number().min(0).max(1);
const score = z.strictObject({
  dimension: z.enum(DIMENSIONS),
  direction: z.enum(['gain', 'setback', 'mixed']),
  level: share,
  confidence: share,
  clause: z.int().min(1),
});
export const scoresSchema = z.array(score).max(DIMENSIONS.length);
const answerSchema = z.strictObject({ scores: scoresSchema });

/** From where to where a level lies that goes with a direction. */
const levels = { gain: [0.5, 1], setback: [0, 0.5], mixed: [0.35, 0.65] } as const;

/** The same for providers, without the bounds that not all of them know; ours are checked above. */
export const answerForm = {
  type: 'object',
  properties: {
    scores: {
      type: 'array',
      items: {
        type: 'object',
        properties: {
          dimension: { type: 'string', enum: [...DIMENSIONS] },
          direction: { type: 'string', enum: ['gain', 'setback', 'mixed'] },
          level: { type: 'number' },
          confidence: { type: 'number' },
          clause: { type: 'integer' },
        },
        required: ['dimension', 'direction', 'level', 'confidence', 'clause'],
        additionalProperties: false,
      },
    },
  },
  required: ['scores'],
  additionalProperties: false,
} as const;

export type RemoteScore = Readonly<z.infer<typeof score>>;
type CheckedAnswer = readonly RemoteScore[] | 'HOSTILE' | 'MALFORMED';
