import { randomUUID } from 'node:crypto';
import type { SubgraphEndpoint } from '@teei/runtime/subgraph';
import { serviceViewer } from '@teei/runtime/viewer';
import { z } from 'zod';
import type { PeopleDirectory } from './domain/people-directory.ts';

const operation = /* GraphQL */ `
  mutation ResolvePeople($people: [PersonToResolve!]!, $importId: ID) {
    resolvePeople(people: $people, importId: $importId) { kind email id }
  }
`;

const answer = z.object({
  resolvePeople: z.array(z.object({ kind: z.enum(['PARTICIPANT', 'VOLUNTEER']), email: z.string(), id: z.string() })),
});

/** The directory of people, asked of the profile subgraph by its internal field. */
export function profileDirectory(profile: () => SubgraphEndpoint): PeopleDirectory {
  return {
    resolve: async (companyId, { participants, volunteers, system, importId }) => {
      const person = (kind: string) => (email: string) => ({ kind, email, system });
      const people = [...participants.map(person('PARTICIPANT')), ...volunteers.map(person('VOLUNTEER'))];
      const viewer = serviceViewer('programs', companyId, 'internal:people');
      const passport = { viewer, correlationId: randomUUID() };
      const result = await profile().execute({ query: operation, variables: { people, importId } }, passport);
      const problem = result.errors?.[0];
      if (problem) throw new Error(`people could not be resolved: ${problem.message}`);
      const { resolvePeople } = answer.parse(result.data);
      const idsOf = (kind: string) =>
        new Map(resolvePeople.filter((each) => each.kind === kind).map((each) => [each.email, each.id]));
      return { participants: idsOf('PARTICIPANT'), volunteers: idsOf('VOLUNTEER') };
    },
  };
}
