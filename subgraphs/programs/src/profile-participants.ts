import { randomUUID } from 'node:crypto';
import type { SubgraphEndpoint } from '@teei/runtime/subgraph';
import { serviceViewer } from '@teei/runtime/viewer';
import { z } from 'zod';
import type { ParticipantFinder, PersonClue } from './domain/person-clue.ts';

const operation = /* GraphQL */ `
  query FindParticipants($people: [[PersonClue!]!]!) {
    findParticipants(people: $people)
  }
`;

const answer = z.object({ findParticipants: z.array(z.string().nullable()) });
/** As many as the field takes. */
const batchSize = 2_000;

/** Participants, asked of the profile subgraph by its internal field. */
export function profileParticipants(profile: () => SubgraphEndpoint): ParticipantFinder {
  const ask = async (companyId: string, people: readonly (readonly PersonClue[])[]) => {
    const viewer = serviceViewer('programs', companyId, 'internal:people');
    const passport = { viewer, correlationId: randomUUID() };
    const result = await profile().execute({ query: operation, variables: { people } }, passport);
    const problem = result.errors?.[0];
    if (problem) throw new Error(`participants could not be found: ${problem.message}`);
    return answer.parse(result.data).findParticipants;
  };
  return {
    find: async (companyId, people) => {
      const found: (string | null)[] = [];
      for (let start = 0; start < people.length; start += batchSize) {
        found.push(...(await ask(companyId, people.slice(start, start + batchSize))));
      }
      return found;
    },
  };
}
