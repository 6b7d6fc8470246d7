import type { ProfileContext } from '../context.ts';
import { referenceOf } from '../domain/journey/fact.ts';
import type { JourneyFactRow } from '../rows.ts';

/** What stands behind a flag, a milestone or a follow-up, as far as it is still there. */
export async function factsBehindFinding(
  { participantId, facts }: { readonly participantId: string; readonly facts: readonly string[] },
  _: unknown,
  { loaders }: ProfileContext,
): Promise<JourneyFactRow[]> {
  const known = new Map((await loaders.journeyFacts.load(participantId)).map((fact) => [referenceOf(fact), fact]));
  return facts.flatMap((reference) => known.get(reference) ?? []);
}
