import { PlatformError } from '@teei/runtime/platform-error';
import {
  type ClueHolder,
  ClueMatches,
  createHashLookup,
  isHashed,
  type PersonClue,
} from '../../domain/person-clues.ts';
import type { QueryResolvers } from '../../generated/resolvers.ts';
import { ClueStore } from '../../store/clue-store.ts';

/** Keeps one call within a second or so. */
const mostPeople = 2_000;
const mostClues = 10;
/** Each salt costs a hash of every address. */
const mostSalts = 20;
const pageSize = 5_000;

export const findParticipants: QueryResolvers['findParticipants'] = async (_, { people }, context) => {
  const salts = new Set(people.flat().map(({ salt }) => salt));
  if (people.length > mostPeople || salts.size > mostSalts || people.some(({ length }) => length > mostClues)) {
    throw new PlatformError('BAD_USER_INPUT', 'These are too many people or clues.', 'Ask in several calls.');
  }
  const asked = people.map((clues) =>
    clues.map(({ salt, systems, ...rest }) => ({ ...rest, salt: salt ?? '', systems: systems ?? [] })),
  );
  const matches = await matchesOf(asked.flat(), new ClueStore(await context.tx()));
  return asked.map((clues) => matches.decide(clues));
};

async function matchesOf(clues: readonly PersonClue[], store: ClueStore): Promise<ClueMatches> {
  const matches = new ClueMatches();
  const emails = clues.filter(({ kind }) => kind === 'EMAIL');
  const byEmail = new Map((await store.byEmails(emails.map(({ value }) => value))).map((each) => [each.email, each]));
  for (const clue of emails) {
    const holder = byEmail.get(clue.value);
    if (holder) matches.add(clue, holder);
  }
  await matchIdentities(clues, store, matches);
  await matchHashes(clues, store, matches);
  return matches;
}

async function matchIdentities(clues: readonly PersonClue[], store: ClueStore, matches: ClueMatches): Promise<void> {
  const wanted = clues.filter(({ kind }) => kind === 'IDENTITY');
  if (wanted.length === 0) return;
  const byValue = new Map<string, PersonClue[]>();
  for (const clue of wanted) byValue.set(clue.value, [...(byValue.get(clue.value) ?? []), clue]);
  for (const { system, externalId, ...holder } of await store.byIdentities([...byValue.keys()])) {
    for (const clue of byValue.get(externalId) ?? []) {
      if (clue.systems.length === 0 || clue.systems.includes(system)) matches.add(clue, holder);
    }
  }
}

/** A hash cannot be looked up, so every address is hashed in turn; a few hundred thousand in a second. */
async function matchHashes(clues: readonly PersonClue[], store: ClueStore, matches: ClueMatches): Promise<void> {
  if (!clues.some(isHashed)) return;
  const lookup = createHashLookup(clues);
  let after: string | null = null;
  while (true) {
    const page: (ClueHolder & { readonly email: string })[] = await store.addresses(after, pageSize);
    for (const holder of page) for (const clue of lookup(holder.email)) matches.add(clue, holder);
    if (page.length < pageSize) return;
    after = page.at(-1)?.id ?? null;
  }
}
