import { z } from 'zod';
import type { Scorer } from '../src/domain/q2q/score-text.ts';
import { screenText } from '../src/domain/safety/screen-text.ts';
import { splitLines } from './split-lines.ts';

/**
 * Scores JSON lines {"id","text"} in order, one line out for each good line in. A bad line is told of with its number, never
 * with its content (it may hold somebody's words), and does not stop the others.
 * @returns how many lines were bad
 */
export async function scoreLines(scorer: Scorer, { input, write, complain, language }: ScoreLines): Promise<number> {
  let bad = 0;
  for await (const { number, line } of splitLines(input, LONGEST_LINE)) {
    const parsed = parseLine(line);
    if (parsed === 'empty') continue;
    if ('fault' in parsed) {
      bad += 1;
      complain(`line ${number}: ${parsed.fault}\n`);
      continue;
    }
    await write(`${JSON.stringify(shapeLine(scorer, parsed, parsed.language ?? language))}\n`);
  }
  return bad;
}

function shapeLine(scorer: Scorer, { id, text }: Line, language: string | undefined) {
  const scored = scorer.score(text, language ? { language } : undefined);
  return {
    id: id ?? null,
    lang: scored.language,
    scores: scored.scores.map(({ dimension, direction, level, confidence }) => ({
      dimension,
      direction,
      level,
      confidence,
    })),
    topics: scored.topics,
    safety: screenText(text),
  };
}

function parseLine(line: string | null): Line | 'empty' | { readonly fault: string } {
  if (line === null) return { fault: `longer than ${LONGEST_LINE} characters` };
  const bare = line.replace(/^\uFEFF/u, '').trim();
  if (bare === '') return 'empty';
  let value: unknown;
  try {
    value = JSON.parse(bare);
  } catch {
    return { fault: 'no JSON' };
  }
  const parsed = lineShape.safeParse(value);
  return parsed.success ? parsed.data : { fault: 'expected {"id": string or number, "text": string}' };
}

const lineShape = z.object({
  id: z.union([z.string(), z.number(), z.null()]).optional(),
  text: z.string(),
  /** What to fall back to where the text is too short to tell. */
  language: z.string().max(35).optional(),
});
type Line = z.infer<typeof lineShape>;

/** A text of a million characters, every one of them escaped, still fits. */
const LONGEST_LINE = 16_000_000;

export interface ScoreLines {
  readonly input: AsyncIterable<Uint8Array>;
  /** Resolves when more may be written. */
  readonly write: (line: string) => Promise<void>;
  readonly complain: (message: string) => void;
  /** BCP 47 tag of the programme's language. */
  readonly language?: string | undefined;
}
