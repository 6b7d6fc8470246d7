import { isId } from '@teei/runtime/id';
import { PlatformError } from '@teei/runtime/platform-error';
import type { ProfileContext } from '../../context.ts';
import { isExternalId } from '../../domain/identity-rules.ts';
import { type DistinctPerson, distinctPeople, isStoredForm } from '../../domain/people-to-find.ts';
import { participantCreated, volunteerCreated } from '../../events/index.ts';
import type { MutationResolvers } from '../../generated/resolvers.ts';
import type { PersonKind } from '../../rows.ts';
import { IdentityWrites } from '../../store/identity-writes.ts';
import { type FoundPerson, PersonWrites } from '../../store/person-writes.ts';
import { ReviewItemWrites } from '../../store/review-item-writes.ts';

/** Keeps one call within a second or so and its arrays within a few hundred kilobytes. */
const mostPeople = 2_000;

export const resolvePeople: MutationResolvers['resolvePeople'] = async (_, { people, importId }, context) => {
  if (people.length > mostPeople)
    refuse(`${people.length} people are more than ${mostPeople}.`, 'Ask in several calls.');
  if (!people.every(({ email }) => isStoredForm(email)))
    refuse('An address is not in lower case and trimmed.', 'Send it so.');
  if (!people.every(({ externalId }) => !externalId || isExternalId(externalId)))
    refuse('An external id is empty, longer than 254 characters or not trimmed.', 'Send it as its system writes it.');
  if (importId && !isId(importId)) refuse('importId is no id.', 'Send the id of the import, or none.');
  const brought = importId ?? null;
  // Always participants before volunteers: two calls that meet the same people then never wait for each other in a ring.
  const participants = await findOrCreate(context, 'PARTICIPANT', distinctPeople(people, 'PARTICIPANT'), brought);
  const volunteers = await findOrCreate(context, 'VOLUNTEER', distinctPeople(people, 'VOLUNTEER'), brought);
  await tellCreated(context, participants, volunteers, brought);
  return [...participants.map(asResolved('PARTICIPANT')), ...volunteers.map(asResolved('VOLUNTEER'))];
};

/** The address says who somebody is. What their source calls them is noted; when somebody else is called so, that is for a member to decide. */
async function findOrCreate(
  context: ProfileContext,
  kind: PersonKind,
  people: readonly DistinctPerson[],
  importId: string | null,
): Promise<FoundPerson[]> {
  const tx = await context.tx();
  const found = await new PersonWrites(tx).findOrCreate(kind, people, importId);
  const ids = new Map(found.map(({ email, id }) => [email, id]));
  const claims = people.flatMap(({ email, externalIds }) =>
    externalIds.map((each) => ({ ...each, personId: ids.get(email) ?? '' })),
  );
  const conflicts = await new IdentityWrites(tx).claim(kind, claims);
  await new ReviewItemWrites(tx).raise(kind, conflicts, importId);
  return found;
}

async function tellCreated(
  { outbox, tx }: ProfileContext,
  participants: readonly FoundPerson[],
  volunteers: readonly FoundPerson[],
  importId: string | null,
): Promise<void> {
  const created = (people: readonly FoundPerson[]) => people.flatMap((person) => (person.created ? person.id : []));
  const open = await tx();
  const newParticipants = created(participants).map((id) => ({ subject: id, data: { participantId: id, importId } }));
  await outbox.append(open, participantCreated, newParticipants);
  const newVolunteers = created(volunteers).map((id) => ({ subject: id, data: { volunteerId: id, importId } }));
  await outbox.append(open, volunteerCreated, newVolunteers);
}

const asResolved = (kind: PersonKind) => (person: FoundPerson) => ({ ...person, kind });

function refuse(message: string, remedy: string): never {
  throw new PlatformError('BAD_USER_INPUT', message, remedy);
}
