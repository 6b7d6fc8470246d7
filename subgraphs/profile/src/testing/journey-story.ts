import { parse } from 'yaml';
import { z } from 'zod';
import { type EventKind, eventKinds, type Fact, type FactAttributes } from '../domain/journey/fact.ts';

/** Stories of a rule: what happens to a participant, and what the rule says of it at certain times. Data beside the rule. */
const instant = z.string().transform((text, context) => {
  const time = Date.parse(text);
  if (Number.isNaN(time)) context.addIssue({ code: 'custom', message: 'not a date' });
  return time;
});
const attributes = z.record(z.string(), z.union([z.string(), z.number(), z.null()]));
const event = z
  .object({ at: instant, ...(Object.fromEntries(eventKinds.map((kind) => [kind, attributes.optional()])) as Kinds) })
  .strict();
type Kinds = Record<EventKind, z.ZodOptional<typeof attributes>>;

const expectation = z.strictObject({
  at: instant,
  flags: z.array(z.string()).optional(),
  milestones: z.array(z.string()).optional(),
  followUps: z.array(z.string()).optional(),
  /** Of the first flag or milestone that is expected. */
  since: instant.optional(),
  /** Which events of the story are behind it, counted from 0. */
  behind: z.array(z.int()).optional(),
});

const stories = z.strictObject({
  rule: z.string(),
  stories: z
    .array(
      z.strictObject({
        name: z.string(),
        joined: instant.optional(),
        language: z.string().optional(),
        events: z.array(event),
        expect: z.array(expectation).min(1),
      }),
    )
    .min(2),
});

export type Story = z.output<typeof stories>['stories'][number];

export function readStories(text: string): z.output<typeof stories> {
  return stories.parse(parse(text));
}

/** A story's events as facts; an event's id is its place in the story. */
export function factsOf({ events }: Story): Fact[] {
  return events.flatMap(({ at, ...kinds }, index) =>
    eventKinds.flatMap((kind): Fact[] => {
      const said = kinds[kind];
      if (said === undefined) return [];
      const id = String(index);
      return [{ kind, sourceId: id, eventId: id, at, attributes: said as FactAttributes }];
    }),
  );
}
